package io.impsh.sandbox;

import io.impsh.sandbox.StreamEvent.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The log streams of all accounts, and who of them carries which device. An account has a limited number; a new one
 * closes the oldest. The store's monitor is held by whoever calls.
 */
final class LogStreams implements StoreListener {
    private final Store store;
    private final int perAccount;
    private final int devicesPerStream;
    private final Map<String, LogStream> streams = new LinkedHashMap<>();
    private final Map<Device, List<LogStream>> subscriptions = new HashMap<>();
    private volatile Duration keepAlive = Duration.ofSeconds(30);
    private final Consumer<String> failures;
    private volatile StreamFaults faults = StreamFaults.none();
    private Duration grace = Duration.ofMinutes(1);

    /** @param failures is told the word of each fault that happens on a stream */
    LogStreams(Store store, SandboxOptions options, Consumer<String> failures) {
        this.store = store;
        this.failures = failures;
        this.perAccount = options.streams();
        this.devicesPerStream = options.streamDevices();
    }

    /**
     * For tests, which cannot wait.
     *
     * @param silence after which a comment is sent
     * @param patience how long a stream is remembered that nobody reads
     */
    void time(Duration silence, Duration patience) {
        keepAlive = silence;
        grace = patience;
    }

    /** After how long a silence a comment is sent. */
    Duration keepAlive() {
        return keepAlive;
    }

    /** Connections that stand have them at once. */
    void setFaults(StreamFaults changed) {
        faults = changed;
        streams.values().forEach(LogStream::wake);
    }

    StreamFaults faults() {
        return faults;
    }

    /** Counts a fault. */
    void failed(String word) {
        failures.accept(word);
    }

    LogStream create(Account account, StreamFormat format) {
        forget();
        List<LogStream> own = new ArrayList<>(streams.values());
        own.removeIf(stream -> stream.account() != account);
        for (int i = 0; i <= own.size() - perAccount; i++) {
            close(own.get(i));
        }
        LogStream stream = new LogStream(store.newId(), account, format, store.now());
        streams.put(stream.id(), stream);
        return stream;
    }

    Optional<LogStream> find(String id) {
        forget();
        return Optional.ofNullable(streams.get(id));
    }

    /** The device that was added first makes room for one too many. */
    void subscribe(LogStream stream, Device device) {
        if (!stream.carries(device)) {
            List<Device> present = stream.devices();
            if (present.size() >= devicesPerStream) {
                unsubscribe(stream, present.get(0));
            }
            subscriptions.computeIfAbsent(device, none -> new ArrayList<>(1)).add(stream);
        }
        stream.add(device);
    }

    void unsubscribe(LogStream stream, Device device) {
        stream.remove(device);
        withdraw(stream, device);
    }

    private void withdraw(LogStream stream, Device device) {
        subscriptions.computeIfPresent(device, (key, readers) -> {
            readers.remove(stream);
            return readers.isEmpty() ? null : readers;
        });
    }

    /** Hands an entry to whoever reads the device. */
    void publish(LogEntry entry) {
        List<LogStream> readers = subscriptions.get(entry.device());
        if (readers != null) {
            Message message = new Message(entry);
            readers.forEach(stream -> stream.send(message));
        }
    }

    /** Its reader is told. */
    void close(LogStream stream) {
        if (streams.remove(stream.id(), stream)) {
            stream.devices().forEach(device -> withdraw(stream, device));
            stream.close();
        }
    }

    /** All of an account, as another session of it does that opens as many; answers how many there were. */
    int closeAll(Account account) {
        List<LogStream> own = new ArrayList<>(streams.values());
        own.removeIf(stream -> stream.account() != account);
        own.forEach(this::close);
        return own.size();
    }

    /** As if nobody had read it for a long time. */
    void forget(LogStream stream) {
        if (streams.containsKey(stream.id()) && !stream.isRead()) {
            failed(StreamTrouble.FORGET);
            close(stream);
        }
    }

    /** Streams that nobody reads go when somebody asks for one: they cost nothing before. */
    private void forget() {
        long now = store.now();
        for (LogStream stream : List.copyOf(streams.values())) {
            if (stream.isForgotten(now, grace.toMillis())) {
                close(stream);
            }
        }
    }

    @Override
    public void assigned(Device device) {
        revoke(device);
    }

    @Override
    public void unassigned(Device device, DeviceGroup from) {
        revoke(device);
    }

    @Override
    public void blessed(Device device) {
        revoke(device);
    }

    /** Whose right to see it ended with the group that it has left. */
    private void revoke(Device device) {
        List<LogStream> readers = subscriptions.getOrDefault(device, List.of());
        for (LogStream stream : List.copyOf(readers)) {
            if (!device.visibleTo(stream.account())) {
                unsubscribe(stream, device);
            }
        }
    }

    @Override
    public void removed(Device device) {
        for (LogStream stream : List.copyOf(subscriptions.getOrDefault(device, List.of()))) {
            unsubscribe(stream, device);
        }
    }

    /** With their accounts. */
    @Override
    public void cleared() {
        List.copyOf(streams.values()).forEach(this::close);
    }
}
