package io.impsh.shell;

import java.util.OptionalInt;

/** The end of the shell that the system asks for: the process is to be terminated, or its terminal was closed. */
final class Ending {
    private static final int LAST_STEP = 3;

    private ShellTerminal terminal;
    private int requests;
    private int code;

    /** From here on there is something to break off. */
    synchronized void by(ShellTerminal opened) {
        terminal = opened;
    }

    /** Whether the shell will end by itself, as far as is known. Each request goes a step further, as Ctrl-C does. */
    boolean request(int exitCode) {
        ShellTerminal reading;
        synchronized (this) {
            code = requests++ == 0 ? exitCode : code;
            reading = requests > LAST_STEP ? null : terminal;
        }
        return reading != null && reading.leave();
    }

    /** Empty as long as nobody has asked for it. */
    synchronized OptionalInt code() {
        return requests == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    boolean isWanted() {
        return code().isPresent();
    }
}
