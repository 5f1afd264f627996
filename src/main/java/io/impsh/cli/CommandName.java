package io.impsh.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The words that are commands. */
enum CommandName {
    RUN("run", "NAME|FILE [--PARAM VALUE]", "run a saved script"),
    SCRIPTS("scripts", "[NAME]", "list the saved scripts, or show the help of one"),
    PLAN(
            "plan",
            "EXPR|NAME [--PARAM VALUE]",
            "make a plan of changes and print or save it; nothing is changed",
            "impsh plan \"devices.where({group: 'Line 1'}).assignTo('Line 2')\" --out move.json",
            "impsh plan bulk-reassign --from 'Line 1' --to 'Line 2' --out move.json"),
    APPLY(
            "apply",
            "FILE|ID",
            "apply a saved plan, or go on with one that was begun",
            "impsh apply move.json --waves 1,5%,100% --health online=10m",
            "impsh apply b81c02"),
    LOGS("logs", "NAME...", "print new log lines of devices, groups or products, as they come"),
    SANDBOX("sandbox", "", "serve the embedded cloud to any impCentral client"),
    LOGIN("login", "", "log in and store the login with the profile"),
    LOGOUT("logout", "", "take the stored login away"),
    PROFILES("profiles", "", "list the profiles and logins there are"),
    TYPES("types", "", "print the script API as TypeScript declarations, for editors"),
    COMPLETION("completion", "bash|zsh", "print the completion script of a shell");

    private final String word;
    private final String operands;
    private final String description;
    private final List<String> examples;

    CommandName(String word, String operands, String description, String... examples) {
        this.word = word;
        this.operands = operands;
        this.description = description;
        this.examples = List.of(examples);
    }

    String word() {
        return word;
    }

    String operands() {
        return operands;
    }

    /** The description as a sentence. */
    String sentence() {
        return Character.toUpperCase(description.charAt(0)) + description.substring(1) + ".";
    }

    List<String> examples() {
        return examples;
    }

    static Optional<CommandName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(CommandName::word).toList();
    }
}
