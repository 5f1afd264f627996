package io.impsh.logs;

import io.impsh.UserException;
import io.impsh.api.CancelledException;
import io.impsh.api.Filter;
import io.impsh.api.NotFoundException;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out which of the followed devices have left or moved, and which have joined what is followed. */
final class Roster {
    private static final String PRODUCTION = "it moved to the production group %s, which has no logs";

    private final LogWatch watch;

    Roster(LogWatch watch) {
        this.watch = watch;
    }

    /** What was listed of groups and products. */
    private static final class Listing {
        private final Map<String, Device> devices = new HashMap<>();
        private final Set<String> products = new HashSet<>();
        private final Set<String> groups = new HashSet<>();

        private boolean covers(Device device) {
            return device.group() != null && groups.contains(device.group().id())
                    || device.product() != null
                            && products.contains(device.product().id());
        }
    }

    /** @throws UserException when the service cannot be asked */
    synchronized void check() {
        Listing listing = list();
        for (DeviceFollowing following : watch.followings()) {
            for (Device device : following.devices()) {
                Device found = listing.devices.get(device.id());
                if (found != null) {
                    present(following, found);
                } else if (listing.covers(device)) {
                    look(following, device);
                }
            }
            join(following, listing);
            endIfGone(following);
        }
        watch.want();
    }

    private Listing list() {
        Listing listing = new Listing();
        Set<EntityRef> refs = new LinkedHashSet<>();
        watch.followings().forEach(following -> refs.addAll(following.what().joining()));
        for (EntityRef ref : refs) {
            boolean isProduct = ref.type().equals(Product.TYPE);
            list(listing, isProduct ? "product.id" : "devicegroup.id", ref.id());
            (isProduct ? listing.products : listing.groups).add(ref.id());
        }
        for (DeviceFollowing following : watch.followings()) {
            for (Device device : following.devices()) {
                if (device.group() != null && !listing.covers(device)) {
                    list(listing, "devicegroup.id", device.group().id());
                    listing.groups.add(device.group().id());
                }
            }
        }
        return listing;
    }

    private void list(Listing listing, String key, String id) {
        for (Device device : watch.client().devices().list(Filter.none().and(key, id))) {
            listing.devices.put(device.id(), device);
        }
    }

    /**
     * Asks for the device, and tells all who follow it if it has no logs any more. One after the other, so that the end is
     * told last.
     */
    synchronized void look(DeviceTail tail) {
        for (DeviceFollowing following : watch.followings()) {
            if (following.isPlaced(tail.device().id())) {
                look(following, tail.device());
            }
        }
        watch.want();
    }

    private void look(DeviceFollowing following, Device device) {
        try {
            present(following, watch.client().devices().get(device.id()));
        } catch (NotFoundException left) {
            leave(following, device.id(), "it has left the account");
        }
    }

    /** It is there; but it may be where there are no logs. */
    private void present(DeviceFollowing following, Device device) {
        boolean wasSilent = following.isSilent(device.id());
        if (DeviceFollowing.hasNoLogs(device)) {
            if (!wasSilent) {
                leave(following, device.id(), PRODUCTION.formatted(groupName(device.group())));
            }
        } else if (wasSilent) {
            following.place(device, watch.earliestServiceTime(), true);
        } else {
            watch.renew(device);
        }
    }

    private String groupName(EntityRef group) {
        try {
            return watch.client().deviceGroups().get(group.id()).name();
        } catch (CancelledException closed) {
            throw closed;
        } catch (UserException unknown) {
            return group.id();
        }
    }

    private void leave(DeviceFollowing following, String deviceId, String reason) {
        following.leave(deviceId, reason);
        endIfEmpty(following);
    }

    private void join(DeviceFollowing following, Listing listing) {
        Map<String, Device> joined = new LinkedHashMap<>();
        for (Device device : listing.devices.values()) {
            boolean isWanted = following.what().joining().stream().anyMatch(ref -> belongs(device, ref));
            if (isWanted && !following.isPlaced(device.id()) && !DeviceFollowing.hasNoLogs(device)) {
                joined.put(device.id(), device);
            }
        }
        joined.values().forEach(device -> {
            following.place(device, watch.earliestServiceTime(), true);
            following.happened(new LogEvent.Joined(device));
        });
    }

    private static boolean belongs(Device device, EntityRef ref) {
        EntityRef owner = ref.type().equals(Product.TYPE) ? device.product() : device.group();
        return owner != null && owner.id().equals(ref.id());
    }

    /** Nothing can join it, and nothing is left. */
    void endIfEmpty(DeviceFollowing following) {
        if (following.what().joining().isEmpty() && following.tails().isEmpty()) {
            following.end(
                    following.devices().isEmpty()
                            ? "no device is left"
                            : "no device is left that is in a group with logs");
        }
    }

    /** Where something could join, that may be deleted. */
    private void endIfGone(DeviceFollowing following) {
        if (following.what().joining().isEmpty() || !following.devices().isEmpty()) {
            return;
        }
        List<EntityRef> present = new ArrayList<>(following.what().joining());
        present.removeIf(this::isGone);
        if (present.isEmpty()) {
            following.end("no device is left, and what was followed is there no more");
        }
    }

    private boolean isGone(EntityRef ref) {
        try {
            if (ref.type().equals(Product.TYPE)) {
                watch.client().products().get(ref.id());
            } else {
                watch.client().deviceGroups().get(ref.id());
            }
            return false;
        } catch (NotFoundException gone) {
            return true;
        }
    }
}
