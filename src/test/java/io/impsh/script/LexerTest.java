package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.LexedSource.Unfinished;
import io.impsh.script.Token.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {
    private static final String SAMPLE = """
            #!/usr/bin/env impsh
            /* moves devices
             * in waves */
            'use strict';
            class Wave extends (null ?? Object) { #size = 1_000; static max = 0xFF; get size() { return this.#size } }
            const {a, b: [c = {x: 1}], ...rest} = {a: 1, b: [2]}, re = /[/"'`]\\/(?<n>\\d+)/giu; // "quoted"
            let t = `one ${a + `two ${c.map(v => { return `${v}` })}`} three ${{k: 1}.k} \\` \\${no}`;
            if (a) /x{2,}/.test(t); for (const i of [1, 2]) { t += i / 2 / 3 }
            let \\u0061bc = 5n, \\u{62}c = .5e-3, größe = a?.b ?? a ? .5 : 1.;
            label: for (;;) { break label }
            const f = async function* (x) { yield* x; }, g = x => ({y: x ** 2 >>> 1}), h = "a\\"b\\
            c";
            """;

    @Test
    void splitsIntoTokensWithKinds() {
        assertThat(described("let x = d.on ? /a b/g : `t${1}u`; // end"))
                .isEqualTo("WORD let, WORD x, PUNCTUATOR =, WORD d, PUNCTUATOR ., WORD on, PUNCTUATOR ?,"
                        + " REGEX /a b/g, PUNCTUATOR :, TEMPLATE `t${, NUMBER 1, TEMPLATE }u`, PUNCTUATOR ;,"
                        + " COMMENT // end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1F", "0b1_0", "0o17n", "1_000.5e-3", ".5", "5.", "12n", "1e9", "007"})
    void readsNumbers(String number) {
        assertThat(described(number + " +1")).isEqualTo("NUMBER " + number + ", PUNCTUATOR +, NUMBER 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "_", "#hidden", "größe", "\\u0061b", "\\u{61}b", "𠮷a", "a\u200db"})
    void readsWords(String word) {
        assertThat(described(word + ".x")).isEqualTo("WORD " + word + ", PUNCTUATOR ., WORD x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = /a/g",
                "f(/a/g)",
                "[/a/g]",
                "a && /a/g",
                "return /a/g",
                "typeof /a/g",
                "if (x) /a/g",
                "while (f(x)) /a/g",
                "{} /a/g",
                "function f() {} /a/g",
                "x => {} /a/g",
                "`${/a/g}`",
                "a\n/*c*/; /a/g",
                "/a/g",
                "x ? /a/g : 1",
                "!/a/g",
                "case /a/g"
            })
    void aSlashBeginsARegularExpressionWhereAnOperandIsDue(String source) {
        assertThat(Lexer.tokens(source))
                .anyMatch(t -> t.kind() == Kind.REGEX && t.text().equals("/a/g"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x /a/g",
                "f() /a/g",
                "x[0] /a/g",
                "x++ /a/g",
                "1 /a/g",
                "'s' /a/g",
                "`t` /a/g",
                "`t${1}` /a/g",
                "x = {} /a/g",
                "({a: {}} /a/g)",
                "o.return /a/g",
                "o?.typeof /a/g",
                "o.if(x) /a/g",
                "(function () {}) /a/g",
                "x /*c*/ /a/g",
                "this /a/g"
            })
    void aSlashDividesAfterAnOperand(String source) {
        assertThat(Lexer.tokens(source)).noneMatch(t -> t.kind() == Kind.REGEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/[/]/", "/a\\/b/", "/\\[/", "/\"'`/", "/[\\]/]/u", "/=/"})
    void aRegularExpressionEndsAtItsOwnSlash(String regex) {
        assertThat(described(regex + ".x")).isEqualTo("REGEX " + regex + ", PUNCTUATOR ., WORD x");
    }

    @Test
    void nestedTemplatesAreReadInPieces() {
        assertThat(described("`a${`b${ {c: '}'}.c }`}d` + 1"))
                .isEqualTo("TEMPLATE `a${, TEMPLATE `b${, PUNCTUATOR {, WORD c, PUNCTUATOR :, STRING '}', PUNCTUATOR },"
                        + " PUNCTUATOR ., WORD c, TEMPLATE }`, TEMPLATE }d`, PUNCTUATOR +, NUMBER 1");
    }

    @Test
    void theLongestPunctuatorIsTaken() {
        assertThat(described("a>>>=b?.c??=d?.5:e")).contains("PUNCTUATOR >>>=", "PUNCTUATOR ?.", "PUNCTUATOR ??=");
        assertThat(described("d?.5:e")).isEqualTo("WORD d, PUNCTUATOR ?, NUMBER .5, PUNCTUATOR :, WORD e");
    }

    @Test
    void depthCountsTheBracketsAroundAToken() {
        assertThat(Lexer.tokens("a(b[c], `${d}`)").stream()
                        .map(t -> t.text() + t.depth())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("a0 (0 b1 [1 c2 ]1 ,1 `${1 d2 }`1 )0");
    }

    @Test
    void aTokenKnowsWhetherALineBreakPrecedesIt() {
        assertThat(Lexer.tokens("a\nb /* \n */ c // x\nd e").stream()
                        .filter(Token::afterLineBreak)
                        .map(Token::text))
                .containsExactly("b", "c", "d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "`a               | TEMPLATE        | false",
                "`a${b}           | TEMPLATE        | false",
                "`a\\             | TEMPLATE        | false",
                "/* a             | BLOCK_COMMENT   | false",
                "'a               | STRING          | true",
                "'a\\             | CONTINUED_STRING | false",
                "x = /a           | REGEX           | true",
                "x = /[/]         | REGEX           | true",
                "f(1]             | NOTHING         | true",
                "a }              | NOTHING         | true",
                "'a' /* b */      | NOTHING         | false",
            })
    void saysWhatIsUnfinishedOrWrong(String source, Unfinished unfinished, boolean wrong) {
        LexedSource lexed = Lexer.read(source);
        assertThat(lexed.unfinished()).isEqualTo(unfinished);
        assertThat(lexed.wrong()).isEqualTo(wrong);
    }

    @Test
    void aStringCutOffByTheEndOfItsLineIsWrongAndTheRestIsReadOn() {
        LexedSource lexed = Lexer.read("x = 'abc\ny = 'd'");
        assertThat(lexed.wrong()).isTrue();
        assertThat(lexed.unfinished()).isEqualTo(Unfinished.NOTHING);
        assertThat(described("x = 'abc\ny = 'd'"))
                .isEqualTo("WORD x, PUNCTUATOR =, STRING 'abc, WORD y, PUNCTUATOR =, STRING 'd'");
    }

    @Test
    void listsTheBracketsThatAreOpen() {
        assertThat(Lexer.read("f({a: `x${[").openBrackets()).containsExactly(1, 2, 8, 10);
        assertThat(Lexer.read("f({a: `x${[]}`})").openBrackets()).isEmpty();
    }

    @Test
    void everyPrefixOfASampleTiles() {
        for (int end = 0; end <= SAMPLE.length(); end++) {
            assertTiles(SAMPLE.substring(0, end));
        }
        assertThat(Lexer.read(SAMPLE).wrong()).isFalse();
        assertThat(Lexer.read(SAMPLE).openBrackets()).isEmpty();
        assertThat(Lexer.read(SAMPLE).unfinished()).isEqualTo(Unfinished.NOTHING);
    }

    @Test
    void randomTextTiles() {
        String alphabet = "`${}()[]'\"/\\*\n\r ab1.0xne_#?!=+->&|,;:@\u2028\ufeff😀\ud83d é";
        int seeds = Integer.getInteger("impsh.test.seeds", 3);
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(seed);
            for (int round = 0; round < 3_000; round++) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(40); length > 0; length--) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                assertTiles(text.toString());
            }
        }
    }

    private static void assertTiles(String source) {
        int at = 0;
        for (Token token : Lexer.tokens(source)) {
            assertThat(source.substring(at, token.start())).as(source).matches("[\\s\\p{Z}\\uFEFF\\x0B]*");
            assertThat(token.end()).as(source).isGreaterThan(token.start());
            assertThat(source.substring(token.start(), token.end())).as(source).isEqualTo(token.text());
            at = token.end();
        }
        assertThat(source.substring(at)).as(source).matches("[\\s\\p{Z}\\uFEFF\\x0B]*");
    }

    private static String described(String source) {
        List<Token> tokens = Lexer.tokens(source);
        return tokens.stream().map(t -> t.kind() + " " + t.text()).collect(Collectors.joining(", "));
    }
}
