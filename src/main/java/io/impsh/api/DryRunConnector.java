package io.impsh.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lets reads through and keeps every write back: it is recorded, and what it would have done is remembered and laid over
 * all that is read from then on, for as long as the client lives.
 *
 * <p>Remembered is what was created, changed, moved and removed. What would follow from that is not: agents get no ids,
 * code is not compiled, and nothing is refused but what cannot be found.
 */
final class DryRunConnector implements Connector {
    private final Connector next;
    private final ImaginedReads reads;
    private final ImaginedWrites answers;
    private final List<RecordedWrite> writes = new ArrayList<>();

    /** @param account the id of the own account, or {@code null} where it cannot be had */
    DryRunConnector(Connector next, Function<RequestContext, String> account) {
        this.next = next;
        ImaginedCloud cloud = new ImaginedCloud();
        this.reads = new ImaginedReads(next, cloud);
        this.answers = new ImaginedWrites(next, cloud, new NewResources(reads, account));
    }

    List<RecordedWrite> recordedWrites() {
        synchronized (writes) {
            return List.copyOf(writes);
        }
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        if (request.isRead()) {
            return isForNames(request) ? next.send(request) : reads.read(request);
        }
        if (!request.isWrite()) {
            return next.send(request);
        }
        request.cancellation().throwIfCancelled();
        int place = record(request);
        ApiResponse answer = answers.answer(request);
        if (answer.status() == ImaginedWrites.CREATED) {
            recordCreated(place, answer.document().data().get(0).id());
        }
        return answer;
    }

    /** The name index is kept beyond this session, and must not know what does not exist. */
    private static boolean isForNames(ApiRequest request) {
        return request.context().priority() == Priority.INDEX;
    }

    private int record(ApiRequest request) {
        String last = request.path().get(request.path().size() - 1);
        String path = ImaginedCloud.isPlaceholder(last) ? request.pathText() : Secrets.path(request.path());
        RecordedWrite write = new RecordedWrite(request.method(), path, KeptBody.of(request.body()));
        synchronized (writes) {
            writes.add(write);
            return writes.size() - 1;
        }
    }

    private void recordCreated(int place, String id) {
        synchronized (writes) {
            writes.set(place, writes.get(place).creating(id));
        }
    }
}
