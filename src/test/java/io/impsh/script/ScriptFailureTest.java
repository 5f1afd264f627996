package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.impsh.UserException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptFailureTest {
    private final JsEngine engine = JsEngine.create(ScriptFailureTest::defineGlobals);

    private static void defineGlobals(JsEngine made) {
        made.defineGlobal("devices", "the devices");
        ProxyExecutable missing = arguments -> ScriptError.converting(() -> {
            throw new UserException("NOT_FOUND", "no device 'x'", "devices.names() lists them");
        });
        made.defineGlobal("missing", missing);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void placesInAFileAreThoseOfTheFile() {
        assertThat(fileFailure("null.x").position()).isEqualTo(new SourcePosition("a.js", 1, 1, "null.x"));
        assertThat(fileFailure("#!/bin/impsh\r\n  null.x\r\n1").position())
                .isEqualTo(new SourcePosition("a.js", 2, 3, "  null.x"));
        assertThat(fileFailure("1\nlet a = (2 3)"))
                .hasMessage("SyntaxError: Expected ) but found 3")
                .returns(new SourcePosition("a.js", 2, 12, "let a = (2 3)"), ScriptFailure::position);
        assertThat(fileFailure("if (x) {\n  y()"))
                .hasMessage("SyntaxError: Expected } but the text ends here")
                .returns(new SourcePosition("a.js", 2, 6, "  y()"), ScriptFailure::position);
    }

    @Test
    void placesInAnInputAreThoseBeforeItWasRewritten() {
        assertThat(failure("let y; class A {} null.x").position())
                .isEqualTo(new SourcePosition("input", 1, 19, "let y; class A {} null.x"));
        assertThat(failure("let y\nconst z = y.x").position())
                .isEqualTo(new SourcePosition("input", 2, 11, "const z = y.x"));
        assertThatThrownBy(() -> engine.evaluate("1\nnull.x", "batch", 10))
                .isInstanceOfSatisfying(ScriptFailure.class, failure -> assertThat(failure.position())
                        .isEqualTo(new SourcePosition("batch", 11, 1, "null.x")));
    }

    @Test
    void aFunctionOfAnEarlierInputFailsAtItsOwnPlace() {
        engine.evaluate("let unset; const f = x => x.y", "first", 1);
        assertThatThrownBy(() -> engine.evaluate("class B {} f(unset)", "second", 1))
                .isInstanceOfSatisfying(ScriptFailure.class, failure -> {
                    assertThat(failure.frames())
                            .containsExactly(
                                    new ScriptFailure.Frame(
                                            "f", new SourcePosition("first", 1, 27, "let unset; const f = x => x.y")),
                                    new ScriptFailure.Frame(
                                            "top level", new SourcePosition("second", 1, 12, "class B {} f(unset)")));
                    assertThat(failure.position())
                            .isEqualTo(failure.frames().get(0).position());
                });
    }

    @Test
    void syntaxErrorsAreToldFromThoseOfRunningCode() {
        assertThat(failure("x y")).returns(ScriptFailure.SYNTAX, ScriptFailure::code);
        assertThat(failure("x y")).hasMessage("SyntaxError: Expected ; but found y");
        assertThat(failure("  eval('1 +')"))
                .returns(ScriptFailure.SCRIPT_ERROR, ScriptFailure::code)
                .hasMessage("SyntaxError: Expected an operand but the text ends here")
                .returns(3, failure -> failure.position().column());
        assertThat(failure("JSON.parse('{')"))
                .returns(ScriptFailure.SCRIPT_ERROR, ScriptFailure::code)
                .hasMessage("SyntaxError: Unexpected end of JSON input");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    await x                     | x
                    await f()                   | f()
                    let y = await f(1)          | let y = f(1)
                    await (1)                   | (1)
                    for await (const d of x) {} | for (const d of x) {}
                    """)
    void awaitIsSaidToBeNeedless(String input, String without) {
        assertThat(failure(input).hint()).isEqualTo("calls are synchronous here: leave out await, as in " + without);
    }

    @Test
    void whatIsThrownIsShown() {
        assertThat(failure("throw 'x'")).hasMessage("the script threw \"x\"");
        assertThat(failure("throw {a: 1}")).hasMessage("the script threw {a: 1}");
        assertThat(failure("throw null")).hasMessage("the script threw null");
        assertThat(failure("throw undefined")).hasMessage("the script threw undefined");
        assertThat(failure("let o = {}; o.o = o; throw o").getMessage()).startsWith("the script threw {o: ");
        assertThat(failure("throw {toString() { throw 1 }}").getMessage()).startsWith("the script threw ");
        assertThat(failure("throw Symbol('s')").getMessage()).contains("Symbol(s)");
        assertThat(failure("throw new RangeError('far')")).hasMessage("RangeError: far");
        assertThat(failure("new Array(-1)").position().column()).isEqualTo(1);
        assertThat(failure("class Foo extends Error {}; throw new Foo('mine')"))
                .hasMessage("Foo: mine")
                .returns(35, failure -> failure.position().column());
        assertThat(failure("(function f() { f() })()")).hasMessage("RangeError: Maximum call stack size exceeded");
    }

    @Test
    void aRejectedPromiseThatNobodyHandlesIsAFailure() {
        assertThat(failure("Promise.reject(new Error('late'))")).hasMessage("Error: late");
        assertThat(failure("(async () => { null.x })(); 5").position().column()).isEqualTo(16);
        assertThat(evaluate("Promise.reject(1).catch(() => {}); 5").asInt()).isEqualTo(5);
    }

    @Test
    void aHostFunctionsErrorCanBeReadInCatch() {
        assertThat(evaluate("try { missing() } catch (e) { [e.name, e.code, e.hint, e.message, e instanceof Error,"
                                + " String(e)].join('|') }")
                        .asString())
                .isEqualTo("ImpError|NOT_FOUND|devices.names() lists them|no device 'x'|true|ImpError: no device 'x'");
    }

    @Test
    void aHostFunctionsErrorKeepsItsCodeAndGetsAPlace() {
        assertThat(failure("class A {}; [1].map(() => missing())"))
                .returns("NOT_FOUND", ScriptFailure::code)
                .hasMessage("no device 'x'")
                .returns("devices.names() lists them", ScriptFailure::hint)
                .returns(27, failure -> failure.position().column())
                .hasCauseExactlyInstanceOf(UserException.class);
        assertThat(failure("try { missing() } finally { 1 }").code()).isEqualTo("NOT_FOUND");
        assertThat(failure("(async () => { missing() })()").code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void aFaultOfOurOwnIsToldApart() {
        ProxyExecutable broken = arguments -> {
            throw new IllegalStateException("oops");
        };
        engine.setGlobal("broken", broken);
        assertThat(failure("broken()"))
                .returns(ScriptFailure.INTERNAL, ScriptFailure::code)
                .hasMessage("java.lang.IllegalStateException: oops");
    }

    @Test
    void aFileThatAScriptLoadsFailsAtThePlaceInTheFileAndCanBeCaught() {
        ProxyExecutable loads = arguments -> engine.evaluateFile(arguments[0].asString(), "loaded.js");
        engine.setGlobal("loads", loads);
        assertThat(evaluate("loads('20 + 1') * 2").asInt()).isEqualTo(42);
        assertThat(failure("loads('1\\n null.x')").position())
                .isEqualTo(new SourcePosition("loaded.js", 2, 2, " null.x"));
        assertThat(failure("loads('1\\n x y')"))
                .returns(ScriptFailure.SYNTAX, ScriptFailure::code)
                .returns(new SourcePosition("loaded.js", 2, 4, " x y"), ScriptFailure::position);
        assertThat(evaluate("try { loads('null.x') } catch (e) { e instanceof TypeError }")
                        .asBoolean())
                .isTrue();
        assertThat(failure("loads('missing()')").code()).isEqualTo("NOT_FOUND");
    }

    private Value evaluate(String text) {
        return engine.evaluate(text, "input", 1);
    }

    private ScriptFailure failure(String text) {
        return catchThrowableOfType(ScriptFailure.class, () -> evaluate(text));
    }

    private ScriptFailure fileFailure(String text) {
        return catchThrowableOfType(ScriptFailure.class, () -> engine.evaluateFile(text, "a.js"));
    }
}
