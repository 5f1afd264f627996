package io.impsh.shell;

import java.util.List;

/** Commands that belong together, under one heading of {@code .help}. */
record CommandGroup(String title, List<DotCommand> commands) {}
