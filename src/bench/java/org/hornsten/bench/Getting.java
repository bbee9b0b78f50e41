package org.hornsten.bench;

import java.io.IOException;
import java.util.Map;
import org.hornsten.fault.Caller;

/** Somebody who opens the same address over and over. */
final class Getting implements Loop.Act {
    private final Caller caller;
    private final String path;
    private final Map<String, String> headers;
    private final int status;

    private Getting(Caller caller, String path, Map<String, String> headers, int status) {
        this.caller = caller;
        this.path = path;
        this.headers = headers;
        this.status = status;
    }

    static Getting page(Caller caller, String path) {
        return new Getting(caller, path, Map.of(), 200);
    }

    /** The first bytes of a file. */
    static Getting part(Caller caller, String path, int bytes) {
        return new Getting(caller, path, Map.of("Range", "bytes=0-" + (bytes - 1)), 206);
    }

    @Override
    public void once() throws IOException {
        caller.call("GET", path, headers, "").is(status);
    }

    @Override
    public void close() throws IOException {
        caller.close();
    }
}
