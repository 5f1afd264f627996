package io.impsh.logs;

import io.impsh.UserException;
import io.impsh.api.ApiException;
import io.impsh.api.Cancellation;
import io.impsh.api.CancelledException;
import io.impsh.api.ImpClient;
import io.impsh.api.LogFeed;
import io.impsh.api.NotFoundException;
import io.impsh.api.Priority;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One log stream with its devices: a thread that puts them on it one after the other, again when the link was lost, and
 * takes those off that are no longer to be there.
 */
final class DeviceStream implements AutoCloseable {
    /** What it needs of the whole of the streams, and tells it. */
    interface Owner {
        ImpClient client();

        /** How many devices a stream carries, as far as is known. */
        int limit();

        void limited(int devices);

        /** It could not be put on the stream, or was dropped from it. */
        void setAside(String deviceId);

        /** Something that was waited for may have happened. */
        void changed();

        /** It was made at the service just now, at first or anew. */
        void opened(DeviceStream stream);

        /** The link is lost. */
        void lost();

        /** The service closed the stream. */
        void closed(DeviceStream stream);

        /** It could not be opened, or not be made again. */
        void failed(DeviceStream stream, UserException why);
    }

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int TRIES = 2;

    private final Owner owner;
    private final StreamPlaces places;
    private final StreamChanges changes;
    private final StreamPatience patience;
    private final Cancellation stopping = new Cancellation();
    private final Thread thread;
    /** Devices on whose account the link was broken once: it is not done again for them. */
    private final Set<String> mute = new HashSet<>();

    private volatile LogFeed feed;
    private int troubles;

    DeviceStream(int number, Owner owner, StreamSet.Listener listener, StreamPatience patience) {
        this.owner = owner;
        this.patience = patience;
        this.places = new StreamPlaces(this, owner, listener, patience);
        this.changes = places.changes();
        this.thread = new Thread(this::run, "impsh-stream-" + number);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    StreamPlaces places() {
        return places;
    }

    /** Whether it stands, and every device that is to be on it is. */
    boolean isSettled() {
        return feed != null && changes.isSettled();
    }

    boolean isOpened() {
        return feed != null;
    }

    /** Which devices are to be on it, in the order in which they are put there. */
    void target(Set<String> devices) {
        places.target(devices);
    }

    /** Ends it. Its devices are told not to be live if {@code told}. */
    void close(boolean told) {
        if (told) {
            places.leave();
        }
        close();
    }

    @Override
    public void close() {
        stopping.cancel();
        changes.ring();
        LogFeed present = feed;
        if (present != null) {
            present.close();
        }
    }

    private void run() {
        try {
            feed = client().openLogFeed(places);
            stopping.throwIfCancelled();
            owner.opened(this);
            while (!stopping.isCancelled()) {
                step(changes.count());
            }
        } catch (CancelledException closed) {
            // Whoever closed it knows.
        } catch (UserException refused) {
            if (!stopping.isCancelled()) {
                places.leave();
                owner.failed(this, refused);
            }
        } finally {
            close();
        }
    }

    private ImpClient client() {
        return owner.client().with(Priority.LOGS).with(stopping);
    }

    private void step(long seen) {
        places.renew();
        String extra = places.extra();
        String next = places.next();
        if (!feed.isOpen()) {
            changes.await(() -> changes.count() != seen, stopping);
        } else if (extra != null) {
            takeOff(extra);
        } else if (next != null) {
            putOn(next);
        } else {
            changes.settle(seen);
            owner.changed();
            changes.await(() -> changes.count() != seen, stopping);
        }
    }

    private void takeOff(String device) {
        int link = places.link();
        places.leave(device);
        try {
            feed.remove(device, stopping);
        } catch (NotFoundException gone) {
            places.forget(device);
        } catch (UserException failure) {
            afterTrouble(failure, link);
            return;
        }
        await(() -> !places.holds(device) || places.link() != link, patience.subscribed());
        places.forget(device);
    }

    private void putOn(String device) {
        int link = places.link();
        long said = places.said();
        places.begin(device);
        boolean isOn = false;
        for (int tries = 1; tries <= TRIES && !isOn && places.link() == link; tries++) {
            if (!asked(device, tries > 1, link)) {
                places.given(device, false);
                return;
            }
            isOn = await(() -> !places.isAwaited(device) || places.link() != link, patience.subscribed());
        }
        boolean wasSuspect = places.isSuspect(device);
        places.given(device, isOn && places.link() == link);
        if (!isOn && places.said() == said) {
            breakLink(device);
        } else if (!isOn) {
            owner.setAside(device);
        } else if (wasSuspect && !await(() -> !places.isSuspect(device), patience.settled())) {
            places.cleared(device);
        }
    }

    /** Whether the service said yes. */
    private boolean asked(String device, boolean again, int link) {
        try {
            if (again) {
                feed.remove(device, stopping);
                await(() -> !places.holds(device) || places.link() != link, patience.subscribed());
                places.begin(device);
            }
            feed.add(device, stopping);
            troubles = 0;
            return true;
        } catch (NotFoundException unknown) {
            lookFor(device, link);
        } catch (UserException failure) {
            if (failure instanceof ApiException && !failure.isPassing()) {
                places.turnedAway(device);
            } else {
                afterTrouble(failure, link);
            }
        }
        return false;
    }

    /** It is either the device that the service does not know, or the stream. */
    private void lookFor(String device, int link) {
        if (places.link() != link) {
            return;
        }
        try {
            client().devices().get(device);
            breakLink(device);
        } catch (NotFoundException left) {
            places.turnedAway(device);
        } catch (UserException failure) {
            afterTrouble(failure, link);
        }
    }

    /** The link is likely to be dead, or the stream forgotten. Once for each device; then it must be the device. */
    private void breakLink(String device) {
        if (mute.add(device)) {
            feed.reconnect();
            int link = places.link();
            await(() -> places.link() != link, patience.subscribed());
        } else {
            owner.setAside(device);
        }
    }

    private void afterTrouble(UserException failure, int link) {
        if (!failure.isPassing()) {
            throw failure;
        }
        troubles++;
        long millis = Math.min(FIRST_WAIT.toMillis() << Math.min(troubles - 1, 10), LONGEST_WAIT.toMillis());
        await(() -> places.link() != link, Duration.ofMillis(millis));
    }

    /** Whether it became true in that time. */
    private boolean await(BooleanSupplier condition, Duration time) {
        return changes.await(condition, stopping, time.toNanos());
    }
}
