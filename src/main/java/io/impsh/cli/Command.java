package io.impsh.cli;

import java.util.List;

/** What the command line asks for. */
sealed interface Command {
    /** No command: a shell at a terminal, else the program on standard input. */
    record Converse() implements Command {}

    record Evaluate(List<String> expressions) implements Command {}

    /** @param words everything that follows the file, less the global options */
    record RunFile(String file, List<String> words) implements Command {}

    record RunSaved(String name, List<String> words) implements Command {}

    /** @param name {@code null} for the list of all */
    record Scripts(String name) implements Command {}

    /**
     * @param what an expression, or a saved script
     * @param words of the script
     */
    record MakePlan(String what, List<String> words) implements Command {}

    /** @param what a file, or the id of a plan that was begun */
    record ApplyPlan(String what) implements Command {}

    /** @param names of devices, groups and products */
    record Logs(List<String> names) implements Command {}

    record Serve() implements Command {}

    record Login() implements Command {}

    record Logout() implements Command {}

    record Profiles() implements Command {}

    record Types() implements Command {}

    record Completion(String shell) implements Command {}

    record Version() implements Command {}

    /** @param command {@code null} for the help of the program */
    record Help(CommandName command) implements Command {}

    /** The help of a saved script or file. */
    record ScriptHelp(String name) implements Command {}
}
