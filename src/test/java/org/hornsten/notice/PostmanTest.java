package org.hornsten.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The worker in a world whose clock, store and network are drawn from a seed: runs of weeks within milliseconds. */
class PostmanTest {
    private static final int SEEDS = 3_000;
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** The node goes down at this moment. */
    private static final class Crash extends Error {}

    private enum State { WAITING, SENT, BACK }

    private static final class Row {
        final boolean poison;
        final boolean refused;
        final long posted;
        State state = State.WAITING;
        Reason reason;
        long due;
        long leaseUntil;
        long fence;
        int tries;
        int faults;
        int arrived;
        int completed;

        Row(long now, boolean poison, boolean refused) {
            this.posted = now;
            this.due = now;
            this.poison = poison;
            this.refused = refused;
        }
    }

    /** A database with a clock of its own in seconds, and two workers of two nodes on it. */
    private static final class World implements Postbag, Postman.Desk, Wire {
        final Random random;
        final boolean fencing;
        final List<Row> rows = new ArrayList<>();
        final List<Row> rolledBack = new ArrayList<>();
        long now = 1_000_000;
        Row sending;
        int nodes;
        boolean calm;

        World(long seed, boolean fencing) {
            random = new Random(seed);
            this.fencing = fencing;
        }

        @Override
        public Optional<Parcel> take(Duration lease) {
            for (Row row : rows) {
                if (row.state != State.WAITING || row.due > now || row.leaseUntil > now) continue;
                row.fence++;
                row.tries++;
                if (row.leaseUntil > 0) row.faults++;
                row.leaseUntil = now + lease.toSeconds();
                return Optional.of(new Parcel(rows.indexOf(row), row.fence, row.tries, row.faults,
                        Duration.ofSeconds(now - row.posted)));
            }
            return Optional.empty();
        }

        private Optional<Row> ours(Parcel parcel) {
            Row row = rows.get((int) parcel.id());
            return Optional.of(row)
                    .filter(one -> !fencing || one.fence == parcel.fence() && one.state == State.WAITING);
        }

        @Override
        public boolean sent(Parcel parcel) {
            ours(parcel).ifPresent(row -> {
                row.state = State.SENT;
                row.completed++;
                row.leaseUntil = 0;
            });
            return ours(parcel).isPresent();
        }

        @Override
        public boolean later(Parcel parcel, Reason why, Duration wait) {
            ours(parcel).ifPresent(row -> {
                row.due = now + wait.toSeconds();
                row.leaseUntil = 0;
                row.reason = why;
                if (why == Reason.BROKEN) row.faults++;
            });
            return true;
        }

        @Override
        public boolean back(Parcel parcel, Reason why) {
            ours(parcel).ifPresent(row -> {
                row.state = State.BACK;
                row.reason = why;
                row.completed++;
                row.leaseUntil = 0;
            });
            return true;
        }

        @Override
        public Envelope write(Parcel parcel) {
            sending = rows.get((int) parcel.id());
            if (sending.poison) throw new IllegalStateException("cannot be unsealed");
            return new Envelope("<" + parcel.id() + "@here>", "", Optional.empty(), "", "", "sv", "", "", "",
                    Optional.empty());
        }

        @Override
        public void send(Envelope envelope) throws Returned {
            Row row = sending;
            now += random.nextInt(20);
            int chance = calm ? 99 : random.nextInt(100);
            if (chance < 6) throw new Crash();
            if (chance < 14) throw new Returned(Reason.AWAY);
            if (chance < 20) throw new Returned(Reason.LATER);
            if (row.refused) throw new Returned(Reason.REFUSED);
            row.arrived++;
            if (chance < 26) throw new Crash();
            if (chance < 32) throw new Returned(Reason.CUT);
            if (chance < 44 && nodes == 1) stopped();
        }

        /** The node stands still for longer than its lease, while the other one goes on. */
        private void stopped() {
            now += LEASE.toSeconds() + random.nextInt(100);
            run();
        }

        void run() {
            nodes++;
            try {
                new Postman(this, this, this, LEASE).round();
            } catch (Crash crash) {
                // comes up again at the next turn, knowing nothing
            } finally {
                nodes--;
            }
        }

        void weeks() {
            for (int turn = 0; turn < 60; turn++) {
                Row row = new Row(now, random.nextInt(10) == 0, random.nextInt(10) == 0);
                if (random.nextInt(4) == 0) rolledBack.add(row);
                else if (turn < 12) rows.add(row);
                run();
                now += random.nextInt(4 * 3600);
            }
            calm = true;
            for (int turn = 0; turn < 200 && rows.stream().anyMatch(row -> row.state == State.WAITING); turn++) {
                run();
                now += Postman.LONGEST_WAIT.toSeconds();
            }
        }
    }

    @Test
    void what_is_posted_arrives_or_is_shown_and_nobody_ticks_off_what_another_holds() {
        int doubled = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            World world = new World(seed, true);
            world.weeks();
            for (Row row : world.rows) {
                String told = "seed " + seed + ": " + row.state + " " + row.reason + " arrived " + row.arrived;
                assertTrue(row.state == State.BACK || row.state == State.SENT && row.arrived > 0, told);
                assertEquals(1, row.completed, told);
                if (row.poison) assertEquals(0, row.arrived, told);
                if (row.poison) assertEquals(State.BACK, row.state, told);
                if (row.refused && !row.poison) assertEquals(State.BACK, row.state, told);
                if (row.arrived > 1) doubled++;
            }
            for (Row row : world.rolledBack) assertEquals(0, row.arrived + row.tries, "seed " + seed);
        }
        assertTrue(doubled > 0, "no run met the case of an e-mail that goes twice");
    }

    @Test
    void without_fencing_two_would_tick_off_the_same_and_the_runs_would_find_it() {
        assertThrows(AssertionError.class, () -> {
            for (long seed = 0; seed < SEEDS; seed++) {
                World world = new World(seed, false);
                world.weeks();
                for (Row row : world.rows) assertTrue(row.completed <= 1, "seed " + seed);
            }
        });
    }

    @Test
    void what_cannot_be_read_is_tried_eight_times_and_then_parked() {
        World world = new World(1, true);
        world.calm = true;
        world.rows.add(new Row(world.now, true, false));
        for (int turn = 0; turn < 100; turn++) {
            world.run();
            world.now += Postman.LONGEST_WAIT.toSeconds();
        }
        Row row = world.rows.get(0);
        assertEquals(State.BACK, row.state);
        assertEquals(Reason.BROKEN, row.reason);
        assertEquals(Postman.FAULTS, row.tries);
    }

    @Test
    void it_waits_a_minute_then_twice_as_long_and_never_longer_than_six_hours() {
        assertEquals(Duration.ofMinutes(1), Postman.wait(1));
        assertEquals(Duration.ofMinutes(2), Postman.wait(2));
        assertEquals(Duration.ofMinutes(256), Postman.wait(9));
        assertEquals(Duration.ofHours(6), Postman.wait(10));
        assertEquals(Duration.ofHours(6), Postman.wait(4_000));
    }

    @Test
    void after_five_days_it_gives_up() {
        World world = new World(1, true);
        world.rows.add(new Row(world.now, false, false));
        Postman postman = new Postman(world, world, envelope -> {
            throw new Returned(Reason.AWAY);
        }, LEASE);
        long begun = world.now;
        while (world.rows.get(0).state == State.WAITING) {
            postman.round();
            world.now += 60;
        }
        long days = (world.now - begun) / 86_400;
        assertTrue(days == 5, "days: " + days);
        assertFalse(world.rows.get(0).tries > 40, "tries: " + world.rows.get(0).tries);
    }

    @Test
    void when_our_own_server_is_away_the_others_do_not_wait_for_it_one_by_one() {
        World world = new World(1, true);
        for (int i = 0; i < 50; i++) world.rows.add(new Row(world.now, false, false));
        new Postman(world, world, envelope -> {
            throw new Returned(Reason.AWAY);
        }, LEASE).round();
        assertEquals(3, world.rows.stream().filter(row -> row.tries > 0).count());
    }
}
