package io.impsh.bulk;

/** What one call of the applier is given. */
record ApplyTask(Plan plan, ApplyOptions options, ApplyListener listener, ApplyControl control) {}
