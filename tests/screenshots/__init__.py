"""Pictures of the program for the README and for looking at: made by the program itself."""
