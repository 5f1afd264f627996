package io.impsh.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words that are commands. */
enum CommandName {
    RUN("run", "NAME|FILE [--PARAM VALUE]", "run a saved script"),
    SCRIPTS("scripts", "[NAME]", "list the saved scripts, or show the help of one"),
    LOGS("logs", "NAME...", "print new log lines of devices, groups or products, as they come"),
    SANDBOX("sandbox", "", "serve the embedded cloud to any impCentral client"),
    LOGIN("login", "", "log in and store the login with the profile"),
    LOGOUT("logout", "", "take the stored login away"),
    PROFILES("profiles", "", "list the profiles and logins there are"),
    COMPLETION("completion", "bash|zsh", "print the completion script of a shell");

    private final String word;
    private final String operands;
    private final String description;

    CommandName(String word, String operands, String description) {
        this.word = word;
        this.operands = operands;
        this.description = description;
    }

    String word() {
        return word;
    }

    String operands() {
        return operands;
    }

    String description() {
        return description;
    }

    static Optional<CommandName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(CommandName::word).toList();
    }
}
