"""Two names: how their words pair, what that says, and the log-odds that they are one."""
