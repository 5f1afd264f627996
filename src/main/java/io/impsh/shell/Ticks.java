package io.impsh.shell;

/** Time as the progress line sees it; tests turn the hands themselves. */
interface Ticks {
    long nanos();

    /** Runs the action several times a second until that is undone. */
    ShellTerminal.Undo every(Runnable action);
}
