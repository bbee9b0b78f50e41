package org.hornsten.log;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.proof.Growth;
import org.hornsten.proof.Hash;
import org.hornsten.proof.Tile;
import org.hornsten.proof.Tree;

/** The log's tiles and checkpoints as the database has them. */
@ApplicationScoped
class Shelf implements Tree.Tiles, Growth.Edge {
    /** What leaves are hashed from stands beside the tree, one level below it. */
    static final int ENTRIES = -1;

    /** @throws IllegalStateException when the database has fewer hashes than its tree has */
    @Override
    public byte[] hashes(Tile tile, int width) {
        byte[] hashes = stored(tile.level(), tile.position());
        if (hashes.length < width * Hash.SIZE) throw new IllegalStateException("The log lacks hashes in " + tile);
        return hashes;
    }

    /** As many hashes as there are, none where there is no such tile. */
    @Override
    public byte[] stored(int level, long position) {
        List<?> rows = query("select hashes from log_tile where level = ?1 and position = ?2", level, position)
                .getResultList();
        return rows.isEmpty() ? new byte[0] : (byte[]) rows.get(0);
    }

    @Override
    public void add(int level, long position, byte[] more) {
        query("""
                insert into log_tile (level, position, hashes) values (?1, ?2, ?3)
                on duplicate key update hashes = concat(hashes, ?3)""", level, position, more).executeUpdate();
    }

    /** That many hashes of a tile, or nothing while the signed log does not hold them. */
    Optional<byte[]> part(int level, Tile.Asked asked) {
        byte[] hashes = stored(level, asked.position());
        int length = asked.width() * Hash.SIZE;
        Tile tile = new Tile(Math.max(level, 0), asked.position());
        boolean signed = hashes.length >= length && tile.width(size()) >= asked.width();
        return signed ? Optional.of(Arrays.copyOf(hashes, length)) : Optional.empty();
    }

    Hash leaf(long index) {
        byte[] hashes = stored(0, index / Tile.WIDTH);
        return Tile.root(hashes, (int) (index % Tile.WIDTH), 1);
    }

    /** The newest checkpoint as it was signed. */
    Optional<String> newest() {
        return query("select note from log_checkpoint order by size desc limit 1").getResultList().stream().findFirst()
                .map(String.class::cast);
    }

    /** How many leaves the newest checkpoint covers. */
    long size() {
        return ((Number) query("select coalesce(max(size), 0) from log_checkpoint").getSingleResult()).longValue();
    }

    static Query query(String sql, Object... values) {
        Query query = Panache.getEntityManager().createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) query.setParameter(i + 1, values[i]);
        return query;
    }
}
