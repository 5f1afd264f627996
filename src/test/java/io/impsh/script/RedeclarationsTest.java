package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedeclarationsTest {
    private static Engine engine;

    @BeforeAll
    static void open() {
        EngineProperties.set();
        engine = Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /** Each line: inputs separated by {@code ##}, all evaluated twice in one context, and the value of the last. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "let x = 1 ## let x = 2 ## x | 2",
                "const x = 1 ## const x = 2 ## x | 2",
                "const x = 1 ## let x = 2 ## var x = 3 ## x | 3",
                "class A { m() { return 1 } } ## class A { m() { return 2 } } ## new A().m() | 2",
                "let y = 5 ## let y ## typeof y | undefined",
                "let a = 1, b ## let a, b = 2 ## [a, b].join() | ,2",
                "let a\\nlet b = 1\\nlet c ## [a, b, c].join() | ,1,",
                "let a\\n, b = 2 ## b | 2",
                "let {a, b: [c = 3], ...rest} = {a: 1, b: [], d: 4} ## a + c + rest.d | 8",
                "const [p = 1, {q} = {q: 2}, ...r] = [, , 3, 4] ## p + q + r.length | 5",
                "let [a, b] = [1, 2], c = 3 ## [a, b] = [b, a] ## a * 100 + b * 10 + c | 213",
                "class A {} class B extends A { is() { return this instanceof A } } ## new B().is() | true",
                "class B extends class { k() { return 7 } } { } ## new B().k() | 7",
                "class B extends (class { k() { return 8 } }) { } ## new B().k() | 8",
                "class C { static n = 1; #p = 2; get p() { return this.#p } } ## new C().p + C.n | 3",
                "class C {}\\n[1, 2].length | 2",
                "class C {}\\n(4) | 4",
                "let C = class { }\\nlet d = 2 ## d | 2",
                "let C = class\\n{ }, d ## typeof d | undefined",
                "let f = function ()\\n{ return 1 }, g = 2 ## f() + g | 3",
                "{ let x = 9 } ## typeof x | undefined",
                "let x = 1 ## { let x = 2; { let x = 3 } } ## x | 1",
                "let s = 0; for (const i of [1, 2, 3]) s += i; s | 6",
                "let s = 0; for (let i = 0; i < 3; i++) { const j = i; s += j } s | 3",
                "let fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); fs.map(f => f()).join() | 0,1,2",
                "function make() { let n = 0; return () => ++n } ## const c = make() ## c(); c() | 2",
                "const f = () => { const x = 1; let y = 2; return x + y } ## f() | 3",
                "let o = {let: 1, const: 2, class: 3} ## o.let + o.const + o.class | 6",
                "let o = {let: 1} ## o\\n.let | 1",
                "let o = {class: 4} ## o?.class | 4",
                "let a = 1\\nlet b = a\\n+ 2\\nlet c = b ## c | 3",
                "let a = [1, 2]\\n.map(x => x * 2)\\nconst b = a ## b.join() | 2,4",
                "let a = 1\\nconst t = `let b = ${a}`\\nlet u = t ## u | let b = 1",
                "const t = `${`a${1}`}const` ## t | a1const",
                "const q = /[\"'`]let/ ## const w = 'let' ## q.source + w | [\"'`]letlet",
                "const r = /a/g, n = 4 / 2 / 1 ## r.flags + n | g2",
                "let i = 1 ## i++\\nlet j = i ## j | 2",
                "let x = 3 ## if (x) { let x = 4 } else { } ## x | 3",
                "let a = 1; let b = 2; const c = 3; a + b + c | 6",
                "/* let z */ let z = 1 // let z ## z | 1",
                "let /* c */ z /* d */ = /* e */ 2 ## z | 2",
                "'use strict'; let s = 1 ## s | 1",
                "let b = 1 in [0, 0], c ## b + typeof c | trueundefined",
                "let b = 1\\nin [0, 0] ## b | true",
                "let tag = s => s[0]\\nlet v = tag\\n`abc` ## v | abc",
                "const big = 1_000n, f = .5 ## typeof big + f | bigint0.5",
                "async function g() { let x = 1; return x } ## const p = g() ## typeof p.then | function",
                "let f = async x => { let y = x; return y }\\nlet g = 1 ## g | 1",
                "function* g() { const x = 1; yield x } ## const [v] = g() ## v | 1",
                "let x = 1;;let y = 2 ## x + y | 3",
                "let größe = 1, \\u{1d4d0} = 2 ## größe + \\u{1d4d0} | 3",
                "let = 5 ## let | 5",
                "let x = y => y\\n++x.z\\nlet w = 1 ## w | 1",
                "let x = 2 // no semicolon\\n/* c */ let y = 3 ## x * y | 6",
                "switch (1) { case 1: let x = 5 } ## typeof x | undefined",
                "try { const e = 1 } catch { const e = 2 } ## typeof e | undefined",
                "lab: { let x = 1; break lab } ## let x = 7 ## x | 7",
                "let undefinedLater\\n\\nlet next = 2\\n; next | 2"
            })
    void inputsDeclareNamesAgain(String inputs, String expected) {
        try (Context context = Context.newBuilder("js").engine(engine).build()) {
            evaluateAll(context, inputs);
            assertThat(evaluateAll(context, inputs).toString()).isEqualTo(expected == null ? "" : expected);
        }
    }

    private static Value evaluateAll(Context context, String inputs) {
        Value last = null;
        for (String input : inputs.replace("\\n", "\n").split(" ## ")) {
            last = context.eval("js", Redeclarations.rewrite(input).text());
        }
        return last;
    }

    @Test
    void columnsMoveOnlyWhereSomethingIsInserted() {
        assertThat(Redeclarations.rewrite("const a = 1; let b = 2").text()).isEqualTo("var   a = 1; var b = 2");
        assertThat(Redeclarations.rewrite("let y; class A {} x").text()).isEqualTo("var y=void 0; var A=class A {}; x");
        assertThat(Redeclarations.rewrite("f(x)").changed()).isFalse();
    }

    @Test
    void offsetsLeadBackToTheOriginal() {
        String original = "let y; class A {} fail()";
        Rewritten rewritten = Redeclarations.rewrite(original);
        for (String word : new String[] {"y", "class", "A {", "fail()"}) {
            assertThat(rewritten.originalOffset(rewritten.text().lastIndexOf(word)))
                    .as(word)
                    .isEqualTo(original.lastIndexOf(word));
        }
        assertThat(rewritten.originalOffset(rewritten.text().indexOf("=void 0")))
                .isEqualTo(original.indexOf(";"));
        assertThat(rewritten.originalOffset(rewritten.text().length())).isEqualTo(original.length());
    }

    @Test
    void aConstantWithoutAValueIsLeftToTheEngineToRefuse() {
        assertThat(Redeclarations.rewrite("const x").text()).isEqualTo("const x");
        assertThat(Redeclarations.rewrite("let a; const {x}; let b").text()).isEqualTo("let a; const {x}; let b");
    }

    @Test
    void anInitialiserThatFailsDoesNotBlockTheName() {
        try (Context context = Context.newBuilder("js").engine(engine).build()) {
            assertThatThrownBy(() -> evaluateAll(context, "let x = fails()")).isInstanceOf(PolyglotException.class);
            assertThat(evaluateAll(context, "let x = 1 ## x").asInt()).isEqualTo(1);
        }
    }

    @Test
    void anyPrefixOfAnInputIsRewrittenWithoutFailing() {
        String input = "let {a, b = [1]} = x, c\nclass A extends class {} { m() { let x } }\nconst d = `${e}` /f/";
        for (int end = 0; end <= input.length(); end++) {
            Rewritten rewritten = Redeclarations.rewrite(input.substring(0, end));
            assertThat(rewritten.originalOffset(rewritten.text().length())).isEqualTo(end);
        }
    }
}
