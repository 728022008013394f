"""What people and programs see: the command, the brief, the exports."""
