package org.hornsten.draft;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts of versions lately read, kept in memory: a published text never changes, so nothing here grows stale. */
final class Shelf {
    private static final int VERSIONS = 100;
    private static final Map<Long, SoftReference<Map<String, VersionText>>> READ = Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, SoftReference<Map<String, VersionText>>> eldest) {
                    return size() > VERSIONS;
                }
            });

    private Shelf() {}

    /** By language, in the order they were written. */
    static Map<String, VersionText> of(Version version) {
        return Optional.ofNullable(READ.get(version.id)).map(SoftReference::get).orElseGet(() -> fetched(version));
    }

    private static Map<String, VersionText> fetched(Version version) {
        Map<String, VersionText> texts = new LinkedHashMap<>();
        VersionText.<VersionText>list("version = ?1 order by id", version)
                .forEach(text -> texts.put(text.language, text));
        // what a transaction sees may be its own, and never be committed
        if (!QuarkusTransaction.isActive()) keep(version, texts);
        return texts;
    }

    private static void keep(Version version, Map<String, VersionText> texts) {
        texts.values().forEach(VersionText.getEntityManager()::detach);
        READ.put(version.id, new SoftReference<>(texts));
    }
}
