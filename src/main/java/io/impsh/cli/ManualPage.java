package io.impsh.cli;

import java.util.ArrayList;
import java.util.List;

/** The manual page, made from {@link CommandName}, {@link OptionTable} and {@link ManualFacts}. */
final class ManualPage {
    private static final String PROGRAM = "impsh";

    private final Roff page;

    private ManualPage(String version) {
        page = new Roff(PROGRAM, PROGRAM + " " + version);
    }

    static String of(String version) {
        ManualPage manual = new ManualPage(version);
        manual.describe();
        manual.commands();
        manual.options();
        manual.facts("EXIT STATUS", ManualFacts.EXIT_CODES);
        manual.facts("ENVIRONMENT", ManualFacts.VARIABLES);
        manual.facts("FILES", ManualFacts.FILES);
        manual.end();
        return manual.page.toString();
    }

    private void describe() {
        page.section("NAME");
        page.paragraph(PROGRAM + " - interactive scripting shell for Electric Imp's impCentral cloud");
        page.section("SYNOPSIS");
        page.verbatim(synopsis());
        page.section("DESCRIPTION");
        page.paragraph(
                "An interactive shell for people who run fleets of devices. Products, device groups, devices, builds,"
                        + " webhooks, login keys and accounts are JavaScript objects. A change to many devices is planned, shown,"
                        + " asked about, carried out and read back. The same code runs at the prompt, in a pipe and from cron.");
        page.paragraph(
                "Without a command it is a shell at a terminal; else it runs the program on standard input. At the"
                        + " prompt, help lists what there is, and Tab tells what may follow.");
    }

    private static List<String> synopsis() {
        List<String> lines = new ArrayList<>(List.of(
                PROGRAM + " [options]",
                PROGRAM + " [options] -e EXPR",
                PROGRAM + " [options] FILE.js [--PARAM VALUE]"));
        for (CommandName command : CommandName.values()) {
            lines.add((PROGRAM + " [options] " + usage(command)).strip());
        }
        return lines;
    }

    private static String usage(CommandName command) {
        return (command.word() + " " + command.operands()).strip();
    }

    private void commands() {
        page.section("COMMANDS");
        for (CommandName command : CommandName.values()) {
            page.subsection(usage(command));
            page.paragraph(command.sentence());
            OptionTable.ALL.stream().filter(option -> option.belongsTo(command)).forEach(this::option);
            if (!command.examples().isEmpty()) {
                page.verbatim(command.examples());
            }
        }
    }

    private void options() {
        page.section("OPTIONS");
        page.paragraph("They may stand before or after the command, the file or the name of a script.");
        OptionTable.ALL.stream()
                .filter(option -> option.isGlobal() || option.owners().contains(""))
                .forEach(this::option);
    }

    private void option(Option option) {
        String names = option.shortName() == null ? option.name() : option.shortName() + ", " + option.name();
        page.item(names, value(option), option.description());
    }

    private static String value(Option option) {
        if (!option.takesValue()) {
            return "";
        }
        return option.valueOptional() ? "[=" + option.value() + "]" : "=" + option.value();
    }

    private void facts(String title, List<ManualFacts.Fact> facts) {
        page.section(title);
        facts.forEach(fact -> page.item(fact.name(), "", fact.meaning()));
    }

    private void end() {
        page.section("EXAMPLES");
        page.verbatim(List.of(
                PROGRAM + " --sandbox",
                PROGRAM + " --sandbox -e 'devices.count()'",
                PROGRAM + " -o csv -e 'devices.where({online: false})' > offline.csv",
                PROGRAM + " run bulk-reassign --from 'Line 1' --to 'Line 2' --dry-run"));
        page.section("SEE ALSO");
        page.paragraph("The README and the folder docs beside the program.");
    }
}
