package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A call that is new has to be made against the strict sandbox, too. Which calls are made is read from the compiled
 * tests: each of them runs from its first line to its last.
 */
class EveryCallTest {
    private static final String OURS = EveryCallTest.class.getPackageName();

    @Test
    void everyPublicCallOfTheClientIsMadeAgainstTheStrictSandbox() {
        Set<String> calls = calls();

        assertThat(calls).contains("ImpClient.login", "Products.create", "LogFeed.add", "SideDoor.bless");
        calls.removeAll(made());
        assertThat(calls).isEmpty();
    }

    /** The client's public methods, and those of all classes of ours that they lead to. */
    private static Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>(Set.of(ImpClient.class));
        Deque<Class<?>> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Method method : open.remove().getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                    calls.add(name(method.getDeclaringClass().getSimpleName(), method.getName()));
                    Class<?> next = method.getReturnType();
                    if (next.getPackageName().equals(OURS) && !next.isRecord() && seen.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        return calls;
    }

    private static Set<String> made() {
        return new ClassFileImporter()
                        .importClasses(
                                StrictCallsTest.class,
                                StrictDeviceCallsTest.class,
                                StrictLoginTest.class,
                                StrictSandbox.class)
                        .stream()
                        .flatMap(EveryCallTest::calledIn)
                        .collect(Collectors.toSet());
    }

    private static Stream<String> calledIn(JavaClass test) {
        return test.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .filter(target -> target.getOwner().getPackageName().equals(OURS))
                .map((MethodCallTarget target) -> name(target.getOwner().getSimpleName(), target.getName()));
    }

    private static String name(String type, String method) {
        return type + "." + method;
    }
}
