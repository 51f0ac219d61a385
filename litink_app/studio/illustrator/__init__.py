"""The embedded illustrator: a lit paper theatre drawn by rule. `stage.build_stage` and `stage.picture` are its doors."""
