package io.impsh.script;

import java.util.List;

/**
 * Something that the service can filter by itself.
 *
 * @param values the texts of which any will do; none when nothing can match
 */
record ServerTerm(String parameter, List<String> values) {}
