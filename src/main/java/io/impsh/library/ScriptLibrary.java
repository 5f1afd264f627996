package io.impsh.library;

import io.impsh.Nearest;
import io.impsh.script.Argument;
import io.impsh.script.EntityLookup;
import io.impsh.script.HelpPage;
import io.impsh.script.Input;
import io.impsh.script.SavedScripts;
import io.impsh.script.ScriptIo;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The saved scripts. A bare name means one of the folders, the first that has it; never the present directory, so that
 * nobody runs what somebody else has put there. A file is named with {@code ./} or {@code .js}.
 */
public final class ScriptLibrary implements SavedScripts {
    private static final String SUFFIX = ".js";
    private static final ScriptHeader NO_HEADER = new ScriptHeader(List.of("(no description)"), List.of(), List.of());

    private final List<Path> folders;
    private final Map<String, String> environment;

    /**
     * @param folders the user's own first; those that do not exist count as empty
     * @param environment where secrets may come from
     */
    public ScriptLibrary(List<Path> folders, Map<String, String> environment) {
        this.folders = List.copyOf(folders);
        this.environment = environment;
    }

    /** Whether the word names a file and not a script of the library. */
    public static boolean isFile(String word) {
        return word.endsWith(SUFFIX) || word.indexOf('/') >= 0 || word.indexOf('\\') >= 0;
    }

    /**
     * @param name a bare name, or a file
     * @throws UsageException when there is none, or when its header is wrong
     */
    public SavedScript find(String name) {
        return isFile(name) ? file(name) : named(name);
    }

    @Override
    public Prepared prepare(Input.Saved wanted, EntityLookup lookup, ScriptIo io) {
        SavedScript script = find(wanted.name());
        if (script.hidden() != null) {
            io.notice(wanted.name() + " is your own " + script.path() + ", which hides " + script.hidden());
        }
        Map<String, Object> values = new ParameterValues(
                        script, lookup, new SecretSource(environment, io, wanted.giver()))
                .of(wanted.parameters());
        return new Prepared(
                sourceName(script),
                script.text(),
                script.path().toAbsolutePath().getParent(),
                values,
                wanted.args());
    }

    @Override
    public Piece piece(String name, Path beside) {
        return Stream.concat(Stream.ofNullable(beside), folders.stream())
                .map(folder -> folder.resolve(name).normalize())
                .filter(file -> file.endsWith(Path.of(name)) && Files.isRegularFile(file))
                .findFirst()
                .map(file -> new Piece(name, text(name, file)))
                .orElseThrow(() -> new UsageException(
                        "there is no shared piece '" + name + "'",
                        "pieces are looked for beside the script and in the folders of the library; ./" + name
                                + " is a file of the present directory"));
    }

    /** One whose header is wrong is listed with what is wrong. */
    @Override
    public List<Summary> list() {
        return paths().entrySet().stream()
                .map(entry -> new Summary(entry.getKey(), summary(entry.getKey(), entry.getValue())))
                .toList();
    }

    @Override
    public List<Summary> search(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return paths().entrySet().stream()
                .filter(entry -> words(entry.getKey(), entry.getValue())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted)))
                .map(entry -> new Summary(entry.getKey(), summary(entry.getKey(), entry.getValue())))
                .toList();
    }

    /** All that a search looks at. */
    private Stream<String> words(String name, Path path) {
        try {
            ScriptHeader header = read(name, path, null).header();
            return Stream.concat(
                    Stream.concat(Stream.of(name), header.description().stream()),
                    header.parameters().stream()
                            .flatMap(parameter ->
                                    Stream.of(parameter.name(), parameter.option(), parameter.description())));
        } catch (UsageException wrong) {
            return Stream.of(name);
        }
    }

    /** Whether {@link #find} finds one of that name or file, be it with a wrong header. */
    public boolean has(String name) {
        return isFile(name) || paths().containsKey(name);
    }

    @Override
    public Optional<HelpPage> help(String name) {
        return paths().containsKey(name) ? Optional.of(ScriptPage.of(find(name))) : Optional.empty();
    }

    @Override
    public List<Argument> parameters(String name) {
        try {
            return find(name).header().parameters().stream()
                    .map(Parameter::argument)
                    .toList();
        } catch (UsageException none) {
            return List.of();
        }
    }

    private String summary(String name, Path path) {
        try {
            return read(name, path, null).header().summary();
        } catch (UsageException wrong) {
            return wrong.getMessage();
        }
    }

    private static String sourceName(SavedScript script) {
        return isFile(script.name())
                ? script.name()
                : script.path().getFileName().toString();
    }

    private SavedScript file(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new UsageException("'" + name + "' is a folder, not a file", null);
            }
            if (Files.exists(path)) {
                return read(name, path, null);
            }
        } catch (InvalidPathException notOne) {
            // There is no such file either.
        }
        throw new UsageException(
                "there is no file '" + name + "'", "a script of the library is named without folder and .js");
    }

    private SavedScript named(String name) {
        List<Path> found = folders.stream()
                .map(folder -> folder.resolve(name + SUFFIX))
                .filter(Files::isRegularFile)
                .toList();
        if (found.isEmpty()) {
            throw unknown(name, "");
        }
        return read(name, found.get(0), found.size() > 1 ? found.get(1) : null);
    }

    /** That a search found nothing: with the nearest name, and with how to see what there is. */
    public UsageException nothingHas(String word) {
        return unknown(word, ", and none has that word");
    }

    private UsageException unknown(String name, String more) {
        String hint = Files.isRegularFile(Path.of(name + SUFFIX))
                ? "the file beside you is named ./" + name + SUFFIX
                : "impsh scripts lists them; a file is named with ./ or .js";
        return new UsageException(
                "no saved script is called '" + name + "'" + more + Nearest.question(name, paths().keySet()), hint);
    }

    private static SavedScript read(String name, Path path, Path hidden) {
        String text = text("the script " + path, path);
        var header = ScriptHeader.read(isFile(name) ? name : path.getFileName().toString(), text);
        return new SavedScript(name, path, text, header.orElse(NO_HEADER), header.isPresent(), hidden);
    }

    private static String text(String what, Path path) {
        try {
            return withoutHashbang(withoutMark(Files.readString(path, StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UsageException(what + " cannot be read: " + reason(failure), null, failure);
        }
    }

    /** Some editors begin a file with a byte order mark; a hashbang after one would be a mistake. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** As a comment of the same length: what comes before the text at its evaluation must not make it a mistake. */
    private static String withoutHashbang(String text) {
        return text.startsWith("#!") ? "//" + text.substring(2) : text;
    }

    private static String reason(IOException failure) {
        return failure instanceof CharacterCodingException
                ? "it is no UTF-8 text"
                : failure instanceof AccessDeniedException ? "no permission" : failure.getMessage();
    }

    /** By name; of two that are called the same, the one that {@link #find} takes. */
    private Map<String, Path> paths() {
        Map<String, Path> paths = new TreeMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                    files.forEach(file -> paths.putIfAbsent(nameOf(file), file));
                } catch (IOException | DirectoryIteratorException unreadable) {
                    // A folder that cannot be listed is told of when a script of it is asked for.
                    continue;
                }
            }
        }
        return paths;
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
