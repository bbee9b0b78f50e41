package org.hornsten.fault;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A house between which and its database somebody spoils commits. Tests get the fates in a field of type Queue. */
public class BehindProxy implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Database.class));
    }

    public static class Database implements QuarkusTestResourceLifecycleManager {
        // names, not fates: the test may know the enum through another class loader
        private final Queue<String> fates = new ConcurrentLinkedQueue<>();
        private OwnDatabase database;
        private CommitProxy proxy;

        /** After the ordinary one, whose settings it replaces. */
        @Override
        public int order() {
            return 10;
        }

        @Override
        public Map<String, String> start() {
            database = OwnDatabase.startedIn(OwnDatabase.FOR_FAULTS);
            proxy = new CommitProxy(database.port(), fates);
            return database.settings(proxy.port());
        }

        @Override
        public void inject(TestInjector test) {
            test.injectIntoFields(fates, new TestInjector.MatchesType(Queue.class));
        }

        @Override
        public void stop() {
            if (proxy != null) proxy.close();
            if (database != null) database.close();
        }
    }
}
