"""A bare echo bot of python-telegram-bot, as its documentation has it: what ours is measured against."""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    assert update.message.text
    await update.message.reply_text(update.message.text)


if __name__ == "__main__":
    token, base = sys.argv[1:]
    application: Application[Any, Any, Any, Any, Any, Any] = Application.builder().token(token).base_url(base).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()
