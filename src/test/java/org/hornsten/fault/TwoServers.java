package org.hornsten.fault;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two packaged servers on one MariaDB that writes a binary log by rows, as an operator runs them: started once for all
 * tests that need them. Both mix anonymous answers each second.
 */
public final class TwoServers implements AutoCloseable {
    private static TwoServers running;

    public final OwnDatabase database;
    public final List<PackagedServer> servers;
    /** Its lead's door to the first server. */
    public final Scene scene;

    private final Path folder;

    private TwoServers(String name) {
        folder = Path.of("target", name);
        database = OwnDatabase.startedIn(folder.resolve("database"), "--log-bin=changes", "--binlog-format=ROW",
                "--binlog-row-image=FULL", "--server-id=1", "--log-bin-trust-function-creators=1");
        servers = List.of(server(1), server(2));
        scene = Scene.on(servers.get(0), database);
    }

    /** Two of one's own, to kill. */
    static TwoServers apart(String name) {
        return new TwoServers(name);
    }

    /** One more beside them, as an operator starts one again. */
    PackagedServer server(int number) {
        Map<String, String> settings = new HashMap<>(database.settings(database.port()));
        settings.put("hornsten.data", folder.resolve("" + number).toString());
        settings.put("hornsten.mixing", "1s");
        return PackagedServer.on(settings, folder.resolve(number + ".log"));
    }

    public static synchronized TwoServers running() {
        if (running == null) running = new TwoServers("two-servers");
        return running;
    }

    @Override
    public void close() {
        servers.forEach(PackagedServer::close);
        database.close();
    }

    /** What both have printed. */
    public String logs() {
        return servers.get(0).log() + servers.get(1).log();
    }
}
