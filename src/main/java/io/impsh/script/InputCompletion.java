package io.impsh.script;

import io.impsh.script.LexedSource.Unfinished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Completes an input at the cursor: global names, members after any chain whose type can be told, keys and values of
 * arguments, names of live things. It asks the registry, the name index, the user's variables, which it only looks at, and
 * where a file is wanted its folder, where a plan is wanted that of their journals; nothing else.
 */
final class InputCompletion {
    private final Registry registry;
    private final NameIndex index;
    private final BooleanSupplier isIndexing;
    private final Variables variables;
    private final SavedScripts scripts;
    private final Supplier<List<String>> plans;

    /**
     * @param isIndexing whether names are being read just now
     * @param scripts may be {@code null}
     * @param plans the ids of those that were applied
     */
    InputCompletion(
            Registry registry,
            NameIndex index,
            BooleanSupplier isIndexing,
            Variables variables,
            SavedScripts scripts,
            Supplier<List<String>> plans) {
        this.plans = plans;
        this.registry = registry;
        this.index = index;
        this.isIndexing = isIndexing;
        this.variables = variables;
        this.scripts = scripts;
    }

    Completions complete(String text, int cursor) {
        LexedSource lexed = Lexer.read(text.substring(0, cursor));
        boolean inString = lexed.unfinished() == Unfinished.STRING || lexed.unfinished() == Unfinished.CONTINUED_STRING;
        boolean inCode = lexed.unfinished() == Unfinished.NOTHING && !endsInComment(lexed, cursor);
        if (!inString && !inCode) {
            return Completions.none(cursor);
        }
        List<Token> code = lexed.code();
        Token last = code.isEmpty() ? null : code.get(code.size() - 1);
        boolean inWord = last != null && last.kind() == Token.Kind.WORD && last.end() == cursor;
        boolean typing = last != null && (inString || inWord);
        CodeTokens before = CodeTokens.of(typing ? code.subList(0, code.size() - 1) : code);
        return new Cursor(before, typing ? last : null, text, cursor).complete();
    }

    /** A comment to the end of the line goes on as long as the line. */
    private static boolean endsInComment(LexedSource lexed, int cursor) {
        List<Token> tokens = lexed.tokens();
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null
                && last.kind() == Token.Kind.COMMENT
                && last.end() == cursor
                && !last.text().startsWith("/*");
    }

    /** One place in one input. */
    private final class Cursor {
        private final CodeTokens code;
        private final Token typing;
        private final String text;
        private final int cursor;
        private final int end;
        private final ArgumentPlaces places;
        private final NameCandidates names = new NameCandidates(index);
        private final ValueCandidates values = new ValueCandidates(names, registry, scripts, plans);
        private final MemberCandidates members;

        /** @param typing the word or string that the cursor is at the end of, or {@code null} */
        Cursor(CodeTokens code, Token typing, String text, int cursor) {
            this.code = code;
            this.typing = typing;
            this.text = text;
            this.cursor = cursor;
            end = code.size();
            places = new ArgumentPlaces(code, registry, variables, scripts);
            members = new MemberCandidates(places.types(), variables, names);
        }

        Completions complete() {
            boolean inString = typing != null && typing.kind() == Token.Kind.STRING;
            if (inString) {
                return inString();
            }
            Candidates candidates = new Candidates(typing == null ? "" : typing.text());
            int start = cursor - candidates.typed().length();
            if (code.isMemberAccess(end - 1)) {
                Token dot = code.at(end - 1);
                members.addTo(candidates, end - 1, dot.text());
                return completions(dot.start(), candidates);
            }
            boolean afterValue = typing == null && code.endsOperand(end - 1) && !code.is(end - 1, "}");
            boolean inNumber = typing != null
                    && end > 0
                    && code.at(end - 1).end() == typing.start()
                    && code.at(end - 1).kind() == Token.Kind.NUMBER;
            if (!afterValue && !inNumber) {
                addWords(candidates);
            }
            return completions(start, candidates);
        }

        private void addWords(Candidates candidates) {
            int brace = code.enclosing(end);
            boolean atKey = brace >= 0 && code.is(brace, "{") && code.beginsElement(end);
            List<Argument> keys = atKey ? places.keysIn(brace) : List.of();
            if (!keys.isEmpty()) {
                addKeys(candidates, brace, keys, "");
                return;
            }
            boolean nothingToGoBy = typing == null && (code.is(end - 1, "}") || atKey && code.isObjectLiteral(brace));
            if (nothingToGoBy) {
                return;
            }
            ArgumentPlaces.Place place = places.valueAt(end);
            if (place != null) {
                values.addValues(candidates, place);
            }
            boolean isAnswered = typing == null && !candidates.isEmpty();
            if (!isAnswered) {
                addGlobals(candidates);
            }
        }

        private void addKeys(Candidates candidates, int brace, List<Argument> keys, String quote) {
            Argument object = places.valueAt(brace).argument();
            String group =
                    switch (object.wanted()) {
                        case FILTER -> "filter keys";
                        case PARAMETERS -> "parameters";
                        default -> "options";
                    };
            new KeyCandidates(code, text.substring(cursor)).addTo(candidates, brace, keys, quote, group);
        }

        private void addGlobals(Candidates candidates) {
            registry.globals()
                    .docs()
                    .forEach(doc -> candidates.add(doc.name(), () -> members.suggestion(doc, doc.name())));
            List<String> own = new ArrayList<>(places.types().locals().names());
            variables.names().stream().filter(name -> !own.contains(name)).forEach(own::add);
            own.forEach(name -> candidates.add(name, () -> new Suggestion(name, "variables", null, false)));
        }

        private Completions inString() {
            char quote = typing.text().charAt(0);
            Candidates candidates = new Candidates(Quoting.unquoted(typing.text()));
            int brace = code.enclosing(end);
            boolean atKey = brace >= 0 && code.is(brace, "{") && code.beginsElement(end);
            if (atKey) {
                addKeys(candidates, brace, places.keysIn(brace), String.valueOf(quote));
            } else {
                ArgumentPlaces.Place place = places.valueAt(end);
                if (place != null) {
                    values.addTexts(candidates, place, quote);
                }
            }
            return completions(typing.start() + 1, candidates);
        }

        private Completions completions(int start, Candidates candidates) {
            List<Suggestion> suggestions = candidates.list();
            return new Completions(start, suggestions, page(candidates.typed()), note(candidates));
        }

        private String note(Candidates candidates) {
            List<String> parts = new ArrayList<>();
            if (candidates.cutText() != null) {
                parts.add(candidates.cutText());
            }
            if (names.wereAsked()) {
                parts.add(NamesNote.age(index.taken(), isIndexing.getAsBoolean(), Instant.now()));
            }
            return parts.isEmpty() ? null : String.join("  ·  ", parts);
        }

        /** Of the name that is whole, else of the method that the cursor is among the arguments of. */
        private HelpPage page(String typed) {
            MemberDoc named = null;
            if (code.isMemberAccess(end - 1)) {
                String type = places.types().typeBefore(end - 1);
                named = type == null ? null : places.types().member(type, typed);
            } else if (typing != null && typing.kind() == Token.Kind.WORD) {
                named = places.types().global(typed);
            }
            for (int open = code.enclosing(end); named == null && open >= 0; open = code.enclosing(open)) {
                named = places.methodOf(open);
            }
            return named == null ? null : HelpPages.page(named);
        }
    }
}
