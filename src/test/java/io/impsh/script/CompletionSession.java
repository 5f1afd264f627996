package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A session at the prompt whose names are read, with odd ones among them, and a few variables of the user's. */
final class CompletionSession implements AutoCloseable {
    private final SandboxSession cloud;

    private CompletionSession(SandboxSession cloud) {
        this.cloud = cloud;
    }

    static CompletionSession start(Path names) throws InterruptedException {
        SandboxSession cloud =
                SandboxSession.with().namesIn(names).scripts(new TwoScripts()).start();
        cloud.run("""
                products.create({name: 'Thermo stat'});
                products.create({name: "Bob's"});
                products.create({name: 'back\\\\slash'});
                groups.create({product: 'Tracker', name: 'Line "3"'});
                let mine = 1, myDevice = devices.first(), myQuery = devices.where({online: true}), myArray = [1];
                let looked = 0, myObject = {get trap() { looked++; return 1 }, plain: 2, 'two words': 3, fun() {},
                    inner: {device: myDevice, text: 'x'}};
                class Lorry { constructor() { this.wheels = 6 } get load() { looked++; return 1 } honk() {} }
                let myTruck = new Lorry(), myDevices = devices.limit(2).toArray(), myText = 'abc', myDate = new Date();
                let counting = new Proxy({}, {get() { looked++ }, ownKeys() { looked++; return [] }, has() { looked++ },
                    getOwnPropertyDescriptor() { looked++ }, getPrototypeOf() { looked++; return null }});
                let myProxy = new Proxy({}, counting), myProxyArray = new Proxy([], counting), holder = {myProxy};
                Object.defineProperty(globalThis, 'myTrap', {get() { looked++; return devices }, configurable: true,
                    enumerable: true});
                looked = 0
                """);
        CompletionSession session = new CompletionSession(cloud);
        // The first may join a reading that had begun before the names were there.
        session.awaitRefresh();
        session.awaitRefresh();
        return session;
    }

    void awaitRefresh() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        cloud.session.refreshNames(line -> read.countDown());
        assertThat(read.await(20, TimeUnit.SECONDS)).isTrue();
    }

    ScriptSession session() {
        return cloud.session;
    }

    void run(String input) {
        cloud.run(input);
    }

    String show(String input) {
        return cloud.show(input);
    }

    int requests() {
        return cloud.sandbox.recount().totalRequests();
    }

    /** All that is offered at the bar in the line. */
    Completions at(String line) {
        int cursor = line.indexOf('|');
        return cloud.session.complete(line.substring(0, cursor) + line.substring(cursor + 1), cursor);
    }

    /** Each suggestion as it would be inserted; several are joined by two blanks. */
    String completed(String line) {
        return at(line).suggestions().stream().map(Suggestion::value).collect(Collectors.joining("  "));
    }

    /** Tab waits for variables a few milliseconds only, which a busy machine may not keep. */
    void assertOffered(String line, String expected) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        String found = completed(line);
        while (!found.equals(expected) && System.nanoTime() < end) {
            found = completed(line);
        }
        assertThat(found).as(line).isEqualTo(expected);
    }

    @Override
    public void close() {
        cloud.close();
    }

    /** A library that nothing is run from. */
    private static final class TwoScripts implements SavedScripts {
        @Override
        public Prepared prepare(Input.Saved wanted, EntityLookup lookup, ScriptIo io) {
            throw new AssertionError("not to be run");
        }

        @Override
        public List<Summary> list() {
            return List.of(new Summary("bulk-reassign", "moves"), new Summary("release", "copies"));
        }

        @Override
        public List<Argument> parameters(String name) {
            return name.equals("release")
                    ? List.of(
                            Argument.required("build", "Deployment | string", "build to copy"),
                            Argument.required("to", "DeviceGroup | string", "group to release to"),
                            Argument.optional("all", "boolean", "copy description, origin, flag and tags too"),
                            Argument.optional("speed", "'fast' | 'slow'", "how fast"),
                            Argument.optional("notes", "string", "a file").as(Wanted.FILE))
                    : List.of();
        }
    }
}
