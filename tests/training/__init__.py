"""The training of what the program learns before it ships: names in Kazakh. Run as `script/train-names`."""
