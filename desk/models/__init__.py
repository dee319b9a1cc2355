"""What is stored: tables, connection, migrations, journal. Knows no rule and no screen."""
