"""Spreadsheets out and in: a workbook of the whole catalogue, and any table of services that somebody keeps."""
