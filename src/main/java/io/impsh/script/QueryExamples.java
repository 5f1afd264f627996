package io.impsh.script;

import java.util.Map;

/**
 * Arguments that somebody would really give to the members of a query, for its examples.
 *
 * @param filter of {@code where}
 * @param test of {@code filter}
 * @param sought of {@code find}
 * @param order of {@code sortBy}
 * @param columns of {@code select}
 * @param groups of {@code groupBy} and {@code countBy}
 */
record QueryExamples(String filter, String test, String sought, String order, String columns, String groups) {
    private static final Map<String, QueryExamples> BY_KIND = Map.of(
            "device",
            new QueryExamples(
                    "{online: true}",
                    "d => d.rssi < -80",
                    "'thermo-0001'",
                    "'-stateChangedAt'",
                    "'name', 'rssi'",
                    "'impType'"),
            "group",
            new QueryExamples(
                    "{kind: 'development'}",
                    "g => g.currentDeployment === null",
                    "'Line 1'",
                    "'-createdAt'",
                    "'name', 'kind', 'region'",
                    "'kind'"),
            "product",
            new QueryExamples(
                    "{name: /^T/}",
                    "p => p.groups.count() > 2",
                    "p => p.description === null",
                    "'name'",
                    "'name', 'createdAt'",
                    "'owner'"),
            "build",
            new QueryExamples(
                    "{flagged: true}",
                    "b => b.tags.length > 0",
                    "'v0.9'",
                    "'-createdAt'",
                    "'name', 'tags', 'origin'",
                    "'flagged'"),
            "webhook",
            new QueryExamples(
                    "{event: 'blessing'}",
                    "w => w.url.startsWith('http:')",
                    "w => w.event === 'blinkup'",
                    "'event'",
                    "'event', 'url'",
                    "'event'"),
            "login key",
            new QueryExamples(
                    "{usages: 0}",
                    "k => k.usages > 100",
                    "k => k.description === 'build server'",
                    "'-usages'",
                    "'description', 'usages'",
                    "'description'"),
            "refresh token",
            new QueryExamples(
                    "{createdAt: t => t < new Date()}",
                    "t => t.lastUsedAt !== null",
                    "t => t.lastUsedAt === null",
                    "'-createdAt'",
                    "'id', 'lastUsedAt'",
                    "'createdAt'"),
            "account",
            new QueryExamples(
                    "{tier: /^ent/}",
                    "a => a.email.endsWith('@example.com')",
                    "'partner'",
                    "'username'",
                    "'username', 'email'",
                    "'tier'"),
            "library",
            new QueryExamples(
                    "{supported: true}",
                    "l => l.versions.length > 1",
                    "'Promise.lib.nut'",
                    "'name'",
                    "'name', 'versions'",
                    "'supported'"));

    static QueryExamples of(EntityKind<?> kind) {
        return BY_KIND.get(kind.singular());
    }
}
