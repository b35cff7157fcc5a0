"""What people type: values and keys of files, what is likely meant by those that are none."""
