package io.impsh.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells terminals from files and pipes without loading a native library, as every start has to know. */
final class TerminalCheck {
    private TerminalCheck() {}

    /**
     * The launcher may say it in the property {@code impsh.terminals}, as the digits of the descriptors that are
     * terminals. Else Linux says what a descriptor is open on, and elsewhere the console is there when both standard
     * input and output are terminals.
     */
    static boolean isTerminal(int descriptor) {
        String told = System.getProperty("impsh.terminals");
        if (told != null) {
            return told.indexOf('0' + descriptor) >= 0;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return !Files.isDirectory(Path.of("/proc/self")) && System.console() != null;
        }
    }
}
