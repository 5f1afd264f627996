package io.impsh.sandbox;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** A product: the frame of device groups. */
final class Product implements Resource {
    private final String id;
    private final Account owner;
    private final Account creator;
    private final Set<Account> collaborators = new LinkedHashSet<>();
    private final long createdAt;
    private String name;
    private String description;
    private long updatedAt;

    Product(String id, Account owner, String name, String description, long createdAt) {
        this.id = id;
        this.owner = owner;
        this.creator = owner;
        this.name = name;
        this.description = description;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    @Override
    public String id() {
        return id;
    }

    Account owner() {
        return owner;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    Set<Account> collaborators() {
        return Collections.unmodifiableSet(collaborators);
    }

    long createdAt() {
        return createdAt;
    }

    long updatedAt() {
        return updatedAt;
    }

    void shareWith(Account account) {
        collaborators.add(account);
    }

    boolean isShared() {
        return !collaborators.isEmpty();
    }

    boolean visibleTo(Account account) {
        return owner == account || collaborators.contains(account);
    }

    /** Whether both can work on this product. */
    boolean joins(Account one, Account other) {
        return visibleTo(one) && visibleTo(other);
    }

    void change(String newName, String newDescription, long now) {
        name = newName;
        description = newDescription;
        updatedAt = now;
    }

    @Override
    public void write(ResourceWriter out) {
        out.begin("product", id, "/products")
                .text("name", name)
                .text("description", description)
                .time("created_at", createdAt)
                .time("updated_at", updatedAt)
                .relationships()
                .account("owner", owner)
                .account("creator", creator)
                .end();
    }
}
