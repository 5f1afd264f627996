package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.impsh.UserException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsEngineTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final JsEngine engine = JsEngine.create(JsEngineTest::defineGlobals);

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
    void inputsShareTheirVariables() {
        evaluate("let a = 1, f = () => a");
        evaluate("let a = 2");
        evaluate("b = 3");
        assertThat(evaluate("[a, b, f()].join()").asString()).isEqualTo("2,3,2");
    }

    @Test
    void aVariableOfTheShellCanBeAssignedByScripts() {
        engine.setGlobal("_", 5);
        assertThat(evaluate("_ + 1").asInt()).isEqualTo(6);
        evaluate("let _ = 7");
        assertThat(engine.globals().getMember("_").asInt()).isEqualTo(7);
        engine.setGlobal("_", 8);
        assertThat(evaluate("_").asInt()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices = 5",
                "let devices = 5",
                "let devices",
                "const devices = 5",
                "var devices = 5",
                "class devices {}",
                "function devices() {}",
                "async function devices() {}",
                "{ function devices() {} }",
                "[devices] = [5]",
                "({devices} = {devices: 5})",
                "let {devices} = {devices: 5}",
                "for (var devices of [5]);",
                "for (devices in {a: 1});",
                "devices++",
                "devices ||= 5; devices &&= 5",
                "globalThis.devices = 5",
                "'use strict'; devices = 5"
            })
    void aNameOfTheShellIsNotReplaced(String input) {
        assertThat(failure(input))
                .returns("BUILT_IN", ScriptFailure::code)
                .hasMessage("'devices' is a built-in name")
                .returns("choose another name, for example myDevices", ScriptFailure::hint)
                .returns(1, failure -> failure.position().line());
        assertThat(evaluate("devices").asString()).isEqualTo("the devices");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete devices",
                "delete globalThis.devices",
                "var devices",
                "{ let devices = 5 }",
                "(function (devices) { return devices })(5)",
                "for (const devices of [5]);",
                "[5].map(devices => devices)"
            })
    void aNameOfTheShellCanBeShadowedAndIsThereAfterwards(String input) {
        evaluate(input);
        assertThat(evaluate("devices").asString()).isEqualTo("the devices");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java", "Polyglot", "Graal", "Packages", "java", "javax", "org", "com", "load", "loadWithNewGlobal",
                "require", "fetch", "XMLHttpRequest", "print", "printErr", "console", "quit", "exit", "read", "process",
                "WebAssembly", "Worker", "ScriptEngine", "global"
            })
    void nothingLeadsOutOfTheLanguage(String name) {
        assertThat(evaluate("typeof " + name).asString()).isEqualTo("undefined");
    }

    @Test
    void noModuleCanBeLoaded() {
        assertThat(failure("import('file:///etc/passwd')").code()).isEqualTo(ScriptFailure.SCRIPT_ERROR);
        assertThat(failure("import fs from 'fs'").code()).isEqualTo(ScriptFailure.SYNTAX);
    }

    @Test
    void aFileCanRunAgainAndKeepsItsDeclarationsInside() {
        String file = "const n = 20\nclass A {}\nfunction twice(x) { return 2 * x }\ntwice(n) + 2 // result";
        assertThat(engine.evaluateFile(file, "answer.js").asInt()).isEqualTo(42);
        assertThat(engine.evaluateFile(file, "answer.js").asInt()).isEqualTo(42);
        assertThat(evaluate("typeof n + typeof A + typeof twice").asString()).isEqualTo("undefinedundefinedundefined");
    }

    @Test
    void aFileIsStrictAndMayBeginWithAnInterpreterLine() {
        assertThat(engine.evaluateFile("#!/usr/bin/env impsh\n1 + 1", "a.js").asInt())
                .isEqualTo(2);
        assertThat(fileFailure("undeclared = 1"))
                .hasMessage("ReferenceError: undeclared is not defined")
                .returns(new SourcePosition("a.js", 1, 1, "undeclared = 1"), ScriptFailure::position);
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
    @ValueSource(strings = {"await x", "await f()", "let y = await f(1)", "await (1)", "for await (const d of x) {}"})
    void awaitIsSaidToBeNeedless(String input) {
        assertThat(failure(input).hint()).isEqualTo("calls are synchronous here: leave out await");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "started(); for (;;);",
                "started(); for (;;) { try { for (;;); } catch (e) { n++ } finally { n++ } }",
                "started(); for (;;) { try { sleep() } catch (e) { } }",
                "started(); try { sleep() } catch (e) { }",
                "started(); sleep()",
                "started(); (async () => { for (;;) await 1 })()",
                "started(); [1].forEach(() => { for (;;); })",
                "deaf(); for (;;);",
            })
    void whatRunsIsInterruptedAndVariablesSurvive(String input) {
        CountDownLatch started = new CountDownLatch(1);
        ProxyExecutable start = arguments -> {
            started.countDown();
            return null;
        };
        ProxyExecutable sleep = arguments -> ScriptError.converting(JsEngineTest::sleepUntilInterrupted);
        ProxyExecutable deaf = arguments -> {
            started.countDown();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_500);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return null;
        };
        engine.setGlobal("started", start);
        engine.setGlobal("sleep", sleep);
        engine.setGlobal("deaf", deaf);
        evaluate("let kept = 42, n = 0");
        interruptAfter(started, engine);

        assertThatThrownBy(() -> assertDone(input)).isInstanceOf(Cancelled.class);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(evaluate("kept").asInt()).isEqualTo(42);
    }

    /** The context belongs to this thread, so the deadline is kept by another, which gives up the context. */
    private void assertDone(String input) {
        Thread watchdog = new Thread(() -> {
            try {
                Thread.sleep(DEADLINE.toMillis());
                engine.close();
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
        watchdog.setDaemon(true);
        watchdog.start();
        try {
            evaluate(input);
        } finally {
            watchdog.interrupt();
        }
    }

    @Test
    void aFileLoadedByAScriptIsInterruptedWithIt() {
        CountDownLatch started = new CountDownLatch(1);
        ProxyExecutable start = arguments -> {
            started.countDown();
            return null;
        };
        ProxyExecutable loads = arguments -> engine.evaluateFile(arguments[0].asString(), "loaded.js");
        engine.setGlobal("started", start);
        engine.setGlobal("loads", loads);
        interruptAfter(started, engine);
        assertThatThrownBy(() -> assertDone("try { loads('started(); for (;;);') } catch (e) { }"))
                .isInstanceOf(Cancelled.class);
        assertThat(evaluate("1 + 1").asInt()).isEqualTo(2);
    }

    @Test
    void anInterruptWhileNothingRunsDoesNothing() {
        engine.interrupt();
        assertThat(evaluate("1 + 1").asInt()).isEqualTo(2);
    }

    @Test
    void workOnValuesIsInterruptedToo() {
        Value endless = evaluate("() => { for (;;); }");
        CountDownLatch started = new CountDownLatch(1);
        interruptAfter(started, engine);
        assertThatThrownBy(() -> engine.run(() -> {
                    started.countDown();
                    return endless.execute();
                }))
                .isInstanceOf(Cancelled.class);
        assertThatThrownBy(() -> engine.run(() -> evaluate("null.x"))).isInstanceOf(ScriptFailure.class);
    }

    @Test
    void anAbandonedContextIsReplacedWithTheSameBuiltIns() {
        evaluate("let lost = 1");
        engine.recreate();
        assertThat(evaluate("typeof lost + devices").asString()).isEqualTo("undefinedthe devices");
        assertThat(failure("devices = 1").code()).isEqualTo("BUILT_IN");
    }

    @Test
    void aContextInWhichAHostFunctionHangsIsAbandonedByAnotherThread() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        ProxyExecutable hang = arguments -> {
            started.countDown();
            awaitUninterruptibly(never);
            return null;
        };
        AtomicReference<RuntimeException> outcome = new AtomicReference<>();
        assertTimeoutPreemptively(DEADLINE, () -> {
            JsEngine hanging = JsEngine.create(JsEngineTest::defineGlobals);
            hanging.setGlobal("hang", hang);
            Thread owner = new Thread(() -> {
                try {
                    hanging.evaluate("hang(); for (;;);", "input", 1);
                } catch (RuntimeException thrown) {
                    outcome.set(thrown);
                }
            });
            owner.start();
            started.await();
            hanging.interrupt();
            hanging.recreate();
            assertThat(hanging.evaluate("devices", "input", 1).asString()).isEqualTo("the devices");
            never.countDown();
            owner.join();
            assertThat(outcome.get()).isInstanceOf(Cancelled.class);
            assertThat(hanging.evaluate("1 + 1", "input", 1).asInt()).isEqualTo(2);
            hanging.close();
        });
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                latch.await();
                open = true;
            } catch (InterruptedException deaf) {
                continue;
            }
        }
    }

    private static Object sleepUntilInterrupted() {
        try {
            Thread.sleep(DEADLINE.toMillis());
            return null;
        } catch (InterruptedException interrupted) {
            throw new Cancelled(interrupted);
        }
    }

    private static void interruptAfter(CountDownLatch started, JsEngine engine) {
        Thread interrupter = new Thread(() -> {
            try {
                started.await();
                engine.interrupt();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        interrupter.setDaemon(true);
        interrupter.start();
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
