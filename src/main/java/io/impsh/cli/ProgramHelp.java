package io.impsh.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help and completion by picocli, whose model is made from {@link OptionTable} and {@link CommandName}. */
final class ProgramHelp {
    private static final String PROGRAM = "impsh";
    private static final int WIDTH = 100;

    private ProgramHelp() {}

    /** @param command {@code null} for that of the program; ends in a line feed */
    static String of(CommandName command) {
        CommandLine program = program();
        CommandLine wanted =
                command == null ? program : program.getSubcommands().get(command.word());
        return wanted.getUsageMessage(Ansi.OFF);
    }

    /** A completion script that bash reads, and zsh as well. */
    static String completion() {
        return CompletionScript.withPlans(AutoComplete.bash(PROGRAM, program()));
    }

    private static CommandLine program() {
        CommandSpec program = CommandSpec.create().name(PROGRAM);
        program.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .customSynopsis(
                        PROGRAM + " [options]                              interactive shell",
                        "       " + PROGRAM + " [options] -e EXPR                      evaluate and print the value",
                        "       " + PROGRAM + " [options] FILE.js [args]               run a file",
                        "       " + PROGRAM + " [options] run NAME|FILE [--PARAM V]    run a saved script",
                        "       " + PROGRAM + " [options] plan EXPR|NAME [--out FILE]  make a plan of changes",
                        "       " + PROGRAM + " [options] apply FILE|ID                apply it, or go on with it",
                        "       " + PROGRAM + " [options] logs NAME...                 log lines as they come",
                        "")
                .footer("", "Try it without an account: " + PROGRAM + " --sandbox")
                .commandListHeading("%nCommands:%n");
        addOptions(program, "");
        addOptions(program, null);
        for (CommandName command : CommandName.values()) {
            program.addSubcommand(command.word(), subcommand(command));
        }
        return new CommandLine(program);
    }

    private static CommandSpec subcommand(CommandName command) {
        CommandSpec spec = CommandSpec.create().name(command.word());
        spec.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .description(command.sentence())
                .customSynopsis(PROGRAM + " " + command.word() + " [options] " + command.operands(), "");
        if (!command.operands().isEmpty()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .paramLabel(command.operands())
                    .hidden(true)
                    .type(String[].class)
                    .arity("0..*")
                    .completionCandidates(command == CommandName.COMPLETION ? List.of("bash", "zsh") : null)
                    .build());
        }
        addOptions(spec, command.word());
        addOptions(spec, null);
        addFooter(spec, command == CommandName.TYPES ? EditorSetup.lines() : examples(command));
        return spec;
    }

    private static List<String> examples(CommandName command) {
        if (command.examples().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("", "Examples:"));
        command.examples().forEach(example -> lines.add("  " + example));
        return lines;
    }

    private static void addFooter(CommandSpec spec, List<String> lines) {
        // They are format strings there.
        spec.usageMessage()
                .footer(lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new));
    }

    private static void addOptions(CommandSpec spec, String owner) {
        OptionTable.ALL.stream()
                .filter(option ->
                        owner == null ? option.isGlobal() : option.owners().contains(owner))
                .map(ProgramHelp::spec)
                .forEach(spec::addOption);
    }

    /** Of those that are files Tab completes the names. */
    private static Class<?> type(Option option) {
        if (option.value().equals("FILE")) {
            return File.class;
        }
        return option.repeatable() ? String[].class : String.class;
    }

    private static OptionSpec spec(Option option) {
        String[] names = option.shortName() == null
                ? new String[] {option.name()}
                : new String[] {option.shortName(), option.name()};
        OptionSpec.Builder builder = OptionSpec.builder(names)
                // Descriptions are format strings there.
                .description(option.description().replace("%", "%%"));
        if (option.takesValue()) {
            builder.paramLabel(option.value())
                    .arity(option.valueOptional() ? "0..1" : "1")
                    .type(type(option));
        }
        return builder.build();
    }
}
