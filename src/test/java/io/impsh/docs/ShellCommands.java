package io.impsh.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** As much of a shell as the pages need: impsh, {@code printf}, {@code echo} and {@code cat}, pipes and {@code >}. */
final class ShellCommands {
    private final Path home;
    private final ScratchFolder folder;
    private int exitCode;

    ShellCommands(Path home, ScratchFolder folder) {
        this.home = home;
        this.folder = folder;
    }

    /** What a terminal would show. */
    String run(String line) throws IOException {
        List<String> words = ShellWords.split(line);
        Path target = null;
        if (words.size() > 2 && words.get(words.size() - 2).equals(ShellWords.INTO)) {
            target = folder.path().resolve(words.get(words.size() - 1));
            words = words.subList(0, words.size() - 2);
        }
        StringBuilder seen = new StringBuilder();
        String piped = "";
        List<List<String>> stages = stages(words);
        for (int stage = 0; stage < stages.size(); stage++) {
            boolean outIsSeen = stage == stages.size() - 1 && target == null;
            CommandLine.Result result = command(stages.get(stage), piped, outIsSeen);
            exitCode = result.exitCode();
            seen.append(result.seen());
            piped = result.out();
        }
        if (target != null) {
            Files.writeString(target, piped);
        }
        return folder.out(seen.toString());
    }

    private static List<List<String>> stages(List<String> words) {
        List<List<String>> stages = new ArrayList<>();
        stages.add(new ArrayList<>());
        for (String word : words) {
            if (word.equals(ShellWords.PIPE)) {
                stages.add(new ArrayList<>());
            } else {
                stages.get(stages.size() - 1).add(word);
            }
        }
        return stages;
    }

    private CommandLine.Result command(List<String> words, String piped, boolean outIsSeen) throws IOException {
        List<String> arguments = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "impsh", "./impsh" ->
                CommandLine.run(home, piped, arguments.stream().map(folder::in).toList(), outIsSeen);
            case "printf" -> text(arguments.get(0).replace("\\n", "\n"), outIsSeen);
            case "echo" -> text(String.join(" ", arguments).replace("$?", "" + exitCode) + "\n", outIsSeen);
            case "cat" -> text(Files.readString(Path.of(folder.in(arguments.get(0)))), outIsSeen);
            default -> throw new IllegalArgumentException("the pages' shell does not know " + words.get(0));
        };
    }

    private static CommandLine.Result text(String text, boolean outIsSeen) {
        return new CommandLine.Result(0, text, outIsSeen ? text : "");
    }

    /** Whether the line starts the interactive shell. */
    static boolean isConversation(String line) {
        return Pattern.matches("(\\./)?impsh --sandbox", line);
    }
}
