package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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

class InterruptionTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final JsEngine engine = JsEngine.create(InterruptionTest::defineGlobals);

    private static void defineGlobals(JsEngine made) {
        made.defineGlobal("devices", "the devices");
    }

    @AfterEach
    void close() {
        engine.close();
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
        ProxyExecutable sleep = arguments -> ScriptError.converting(InterruptionTest::sleepUntilInterrupted);
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
            JsEngine hanging = JsEngine.create(InterruptionTest::defineGlobals);
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
}
