package io.impsh.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * Hands the signals that ask a process to end to {@link Interrupts}. Java's own shutdown hooks cannot be told of a second
 * signal, and they cannot be called off. The class is reached by reflection because the compiler warns of it in a way
 * that cannot be silenced; where it is missing, a signal ends the process as it does any Java program.
 */
final class Signals {
    private Signals() {}

    /** Those of a program. A signal that is being ignored, as HUP is under {@code nohup}, stays ignored. */
    static void handle(Interrupts interrupts) {
        handle("INT", () -> interrupts.request(ExitCode.INTERRUPTED));
        handleEnd(interrupts::request);
    }

    /** Those that end a shell, where Ctrl-C does not. */
    static void handleEnd(IntConsumer request) {
        handle("TERM", () -> request.accept(ExitCode.TERMINATED));
        handle("HUP", () -> request.accept(ExitCode.HUNG_UP));
    }

    private static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler calls = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    action.run();
                    yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> name;
            };
            Object proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException notOnThisSystem) {
            // The signal does what it does to every process.
            return;
        }
    }
}
