package io.impsh.cli;

import io.impsh.Nearest;
import io.impsh.library.ScriptLibrary;
import io.impsh.library.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a command line. Global options may stand before or after the command, the file or the script's name, until
 * {@code --}; what else follows the name of a script is the script's. Options of the sandbox stand before the name, as a
 * script may well have a parameter {@code --devices} itself.
 */
final class OptionReader {
    private static final String END = "--";
    private static final Set<CommandName> WITH_ACCOUNTS =
            Set.of(CommandName.LOGIN, CommandName.LOGOUT, CommandName.PROFILES);
    /** What people try, as other tools take it. */
    private static final Set<String> SECRETS =
            Set.of("--password", "--pwd", "--pass", "--key", "--login-key", "--loginkey", "--otp", "--token");

    private final List<String> words;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> expressions = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private CommandName command;
    private String file;
    private int next;

    private OptionReader(List<String> words) {
        this.words = words;
    }

    /** @throws UsageException for anything that cannot be understood */
    static Invocation read(String... words) {
        OptionReader reader = new OptionReader(List.of(words));
        while (reader.next < words.length) {
            reader.take(words[reader.next++]);
        }
        reader.checkOwners();
        Command command = reader.command();
        if (!reader.asksForInformation()) {
            reader.checkKind(command);
        }
        return new Invocation(command, new Options(reader.given));
    }

    private void take(String word) {
        if (word.equals(END)) {
            endOfOptions();
        } else if (word.length() > 1 && word.startsWith("-") && !isNegativeNumber(word)) {
            option(word);
        } else {
            operand(word);
        }
    }

    /** What follows is a file and its words, or the words of a script that is named already. */
    private void endOfOptions() {
        List<String> after = words.subList(next, words.size());
        next = words.size();
        if (!hasProgram() && command == null && !after.isEmpty()) {
            file = after.get(0);
            after = after.subList(1, after.size());
        }
        if (!after.isEmpty() && command != null) {
            rest.add(END);
        }
        rest.addAll(after);
    }

    private static boolean isNegativeNumber(String word) {
        return Character.isDigit(word.charAt(1));
    }

    private void option(String word) {
        int equals = word.indexOf('=');
        String name = equals > 0 ? word.substring(0, equals) : word;
        String attached = equals > 0 ? word.substring(equals + 1) : null;
        if (!word.startsWith("--") && name.length() > 2) {
            attached = word.substring(2);
            name = word.substring(0, 2);
        }
        Option option = OptionTable.find(name).orElse(null);
        if (option != null && (option.isGlobal() || option.belongsTo(command) || !belongsToScript())) {
            put(option, attached);
        } else if (belongsToScript()) {
            rest.add(word);
        } else {
            throw unknown(name);
        }
    }

    /** Whether words that are not understood are for a script. */
    private boolean belongsToScript() {
        boolean namesScript = command == CommandName.RUN || command == CommandName.PLAN;
        return file != null || namesScript && !rest.isEmpty();
    }

    private void put(Option option, String attached) {
        String value = attached;
        if (!option.takesValue() && value != null) {
            throw new UsageException(option.name() + " takes no value", null);
        }
        if (value == null && option.takesValue() && !option.valueOptional()) {
            if (next == words.size()) {
                throw new UsageException(option.name() + " needs a value: " + option.value(), option.description());
            }
            value = words.get(next++);
        }
        if (option.name().equals(OptionTable.EXPRESSION)) {
            expressions.add(value);
        } else if (given.put(option.name(), value == null ? "" : value) != null && option.takesValue()) {
            throw new UsageException(option.name() + " is given twice", null);
        }
    }

    private void operand(String word) {
        if (command != null || file != null) {
            rest.add(word);
        } else if (ScriptLibrary.isFile(word)) {
            file = word;
        } else {
            command = CommandName.of(word).orElseThrow(() -> unknownCommand(word));
        }
    }

    private boolean hasProgram() {
        return file != null || !expressions.isEmpty();
    }

    private static UsageException unknown(String name) {
        if (SECRETS.contains(name)) {
            return new UsageException(
                    name + ": a secret is no argument, as everybody on this machine could read it there",
                    "leave it out to be asked; or impsh login with --password-stdin or --key-stdin; or IMPSH_PASSWORD, "
                            + "IMPSH_LOGIN_KEY");
        }
        List<String> names = OptionTable.ALL.stream().map(Option::name).toList();
        return new UsageException(
                "there is no option " + name + Nearest.question(name, names), "impsh --help lists them");
    }

    private static UsageException unknownCommand(String word) {
        return new UsageException(
                "there is no command '" + word + "'" + Nearest.question(word, CommandName.words()),
                "a saved script is run with impsh run " + word + "; a file is named with ./ or .js");
    }

    private void checkOwners() {
        if (!expressions.isEmpty() && (file != null || command != null)) {
            String other = file != null ? file : command.word();
            throw new UsageException("-e and " + other + " exclude each other", null);
        }
        boolean isSandbox = given.containsKey("--sandbox") || command == CommandName.SANDBOX;
        for (String name : given.keySet()) {
            Option option = OptionTable.find(name).orElseThrow();
            boolean isOfSandbox = name.equals("--data") || option.belongsTo(CommandName.SANDBOX);
            if (isOfSandbox && !isSandbox) {
                throw new UsageException(name + " is an option of the sandbox", "give --sandbox too");
            }
            if (!isOfSandbox && !option.isGlobal() && !option.belongsTo(command)) {
                throw new UsageException(
                        name + " is an option of impsh " + String.join(" and ", option.owners()), null);
            }
        }
        if (isSandbox && command != null && WITH_ACCOUNTS.contains(command)) {
            throw new UsageException(command.word() + " does not go with --sandbox: that is logged in by itself", null);
        }
    }

    private boolean asksForInformation() {
        return given.containsKey("--version") || given.containsKey("--help");
    }

    private void checkKind(Command command) {
        boolean isTyped = command instanceof Command.Evaluate || command instanceof Command.Converse;
        if (given.containsKey(OptionTable.KEEP_GOING) && !isTyped) {
            throw new UsageException(
                    OptionTable.KEEP_GOING + " goes with -e and with a program on standard input", null);
        }
        if (given.containsKey(OptionTable.SHELL) && !isTyped && !(command instanceof Command.RunFile)) {
            throw new UsageException(OptionTable.SHELL + " goes with -e and with a file", null);
        }
    }

    private Command command() {
        if (given.containsKey("--version")) {
            return new Command.Version();
        }
        if (given.containsKey("--help")) {
            return help();
        }
        if (file != null) {
            return new Command.RunFile(file, List.copyOf(rest));
        }
        if (!expressions.isEmpty()) {
            return new Command.Evaluate(List.copyOf(expressions));
        }
        return command == null ? new Command.Converse() : named();
    }

    private Command help() {
        if (file != null) {
            return new Command.ScriptHelp(file);
        }
        boolean namesScript = command == CommandName.RUN
                || command == CommandName.SCRIPTS
                || command == CommandName.PLAN && !rest.isEmpty() && PlanProgram.mayBeScript(rest.get(0));
        return namesScript && !rest.isEmpty() ? new Command.ScriptHelp(rest.get(0)) : new Command.Help(command);
    }

    private Command named() {
        return switch (command) {
            case RUN ->
                new Command.RunSaved(
                        operand("run what? a saved script or a file", "impsh scripts lists them"), words());
            case PLAN ->
                new Command.MakePlan(
                        operand(
                                "plan what? an expression whose value is a plan, or a saved script",
                                "such as impsh plan \"devices.where({group: 'Line 1'}).restart()\""),
                        words());
            case APPLY -> new Command.ApplyPlan(planToApply());
            case SCRIPTS -> new Command.Scripts(atMostOne());
            case SANDBOX -> withoutOperands(new Command.Serve());
            case LOGS -> new Command.Logs(names());
            case LOGIN -> withoutOperands(new Command.Login());
            case LOGOUT -> withoutOperands(new Command.Logout());
            case PROFILES -> withoutOperands(new Command.Profiles());
            case TYPES -> withoutOperands(new Command.Types());
            case COMPLETION -> new Command.Completion(shell());
        };
    }

    private Command withoutOperands(Command whole) {
        atMost(0);
        return whole;
    }

    private List<String> names() {
        List<String> names = rest.stream().filter(name -> !name.equals(END)).toList();
        if (names.isEmpty()) {
            throw new UsageException(
                    "logs of what? names or ids of devices, groups or products", "such as impsh logs thermo-0001");
        }
        return names;
    }

    private String operand(String question, String hint) {
        if (rest.isEmpty() || rest.get(0).equals(END)) {
            throw new UsageException(question, hint);
        }
        return rest.get(0);
    }

    /** What follows the operand. */
    private List<String> words() {
        return List.copyOf(rest.subList(1, rest.size()));
    }

    private String planToApply() {
        rest.remove(END);
        atMost(1);
        return operand(
                "apply what? a file with a plan, or the id of one that was begun",
                "impsh plan makes one; impsh -e 'plans.list()' lists those that were begun");
    }

    private String shell() {
        String shell = atMostOne();
        if (shell == null || !List.of("bash", "zsh").contains(shell)) {
            throw new UsageException("completion for which shell? bash or zsh", null);
        }
        return shell;
    }

    private String atMostOne() {
        atMost(1);
        return rest.isEmpty() ? null : rest.get(0);
    }

    private void atMost(int most) {
        if (rest.size() > most) {
            throw new UsageException(command.word() + ": unexpected '" + rest.get(most) + "'", null);
        }
    }
}
