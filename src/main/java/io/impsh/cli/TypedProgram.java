package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.script.Completeness;
import io.impsh.script.Input;
import io.impsh.script.Lexer;
import io.impsh.script.ScriptSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The program on standard input: run input by input as if typed; the value of the last one is printed. */
record TypedProgram(InputStream in) implements Program {
    /** What can end a bracket, a template or a comment. */
    private static final Pattern CLOSER = Pattern.compile("[)\\]}`]|\\*/");

    private static final String NAME = "standard input";

    /** How a line begins that can be no input of its own, as it goes on with the one before. */
    private static final Pattern GOES_ON = Pattern.compile("\\s*(\\?\\.|\\.[\\p{L}_$#]|(else|catch|finally)\\b).*");

    @Override
    public List<Step> steps(ScriptSession session) {
        try {
            return steps(text(in.readAllBytes()), session::completeness);
        } catch (CharacterCodingException failure) {
            throw new UserException(
                    "INPUT",
                    "standard input is no UTF-8 text",
                    "convert it first, for example with iconv -f latin1 -t utf8",
                    failure);
        } catch (IOException failure) {
            throw new UserException("INPUT", "standard input cannot be read: " + failure.getMessage(), null, failure);
        }
    }

    /** What cannot be decoded is refused: replaced, it could become the name of something in the cloud. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Lines are gathered until they are a whole input, and the next does not go on with it. */
    static List<Step> steps(String text, Function<String, Completeness> completeness) {
        List<Input> inputs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        List<String> lines = text.lines().toList();
        int firstLine = 1;
        boolean needsCloser = false;
        for (int next = 1; next <= lines.size(); next++) {
            String line = lines.get(next - 1);
            open.append(open.length() > 0 ? "\n" : "").append(line);
            // A long list would otherwise be read again from its beginning for each of its lines.
            if (needsCloser && !CLOSER.matcher(line).find()) {
                continue;
            }
            Completeness state = completeness.apply(open.toString());
            needsCloser = state == Completeness.INCOMPLETE
                    && !Lexer.read(open.toString()).openBrackets().isEmpty();
            if (state == Completeness.INCOMPLETE || state == Completeness.COMPLETE && goesOn(lines, next)) {
                continue;
            }
            if (state != Completeness.EMPTY) {
                inputs.add(input(firstLine, open));
            }
            open.setLength(0);
            firstLine = next + 1;
        }
        if (!open.toString().isBlank()) {
            inputs.add(input(firstLine, open));
        }
        List<Step> steps = new ArrayList<>();
        inputs.forEach(input -> steps.add(new Step(input, steps.size() == inputs.size() - 1)));
        return steps;
    }

    private static boolean goesOn(List<String> lines, int next) {
        return next < lines.size() && GOES_ON.matcher(lines.get(next)).matches();
    }

    private static Input input(int firstLine, StringBuilder text) {
        return new Input.Typed(NAME, text.toString(), firstLine);
    }
}
