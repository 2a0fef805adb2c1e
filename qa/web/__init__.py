"""What people see of the web page, by part; gradio stays in here and in app.py."""
