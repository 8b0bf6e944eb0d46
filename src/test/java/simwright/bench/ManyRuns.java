package simwright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunHistory;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.rollout.Statistics;
import simwright.time.SystemTime;

/// How long the flaky table takes over many synthetic tries in a real file: as long as there are
/// tries, and no longer.
final class ManyRuns {
  private static final int STEPS = 20;
  private static final int SMALL = 5_000;
  private static final int TIMES = 4;
  private static final double GOAL_TRIES = 50_000_000;

  private ManyRuns() {}

  static List<Figure> figures() throws Exception {
    Path folder = Files.createTempDirectory("many");
    try (SystemTime time = new SystemTime();
        Kept log = Kept.in(folder, new Actor("bench", Actor.Role.OPERATOR), time)) {
      Statistics statistics =
          new Statistics(new RunHistory(log.store(), log.audit(), log.audit()::record));
      boolean unused = log.store().write(connection -> fill(connection, 0, SMALL));
      double small = seconds(statistics);
      unused = log.store().write(connection -> fill(connection, SMALL, TIMES * SMALL));
      double large = seconds(statistics);
      double rate = TIMES * SMALL * STEPS / large;
      return List.of(
          Figure.atMost(
              1.6 * TIMES, "flaky table, " + TIMES + " times the tries", large / small, "times"),
          Figure.atLeast(100_000, "flaky table", rate, "tries/s"),
          Figure.reported("flaky table of 50 million tries, at that rate", GOAL_TRIES / rate, "s"));
    }
  }

  private static double seconds(Statistics statistics) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long from = System.nanoTime();
      if (statistics.flaky(RunFilter.ALL).size() != STEPS) {
        throw new IllegalStateException("another table");
      }
      best = Math.min(best, (System.nanoTime() - from) / 1e9);
    }
    return best;
  }

  private static boolean fill(Connection connection, int from, int to) throws SQLException {
    Random random = new Random(from);
    try (PreparedStatement run =
            connection.prepareStatement(
                "INSERT INTO run VALUES (?, 'plan', 'ab', 'limits', '1', 'cd', '', ?, 'EC25', ?,"
                    + " '', '', '', 0, 0, ?, ?, '', ?, '{}', '', '2026-11-01T08:00:00.000000000Z',"
                    + " '2026-11-01T08:00:09.000000000Z', 'pass', 'pass', 1, '', '', '', '')");
        PreparedStatement step =
            connection.prepareStatement(
                "INSERT INTO run_step VALUES (?, ?, ?, 1, ?, 'told', 'main', ?, '', 0, 5)")) {
      for (int i = from; i < to; i++) {
        run.setString(1, "r" + i);
        run.setString(2, "usb:" + random.nextInt(16));
        run.setString(3, "A0" + random.nextInt(3));
        run.setString(4, "p" + random.nextInt(5));
        run.setString(5, "bench " + random.nextInt(4));
        run.setString(6, "net " + random.nextInt(6));
        run.executeUpdate();
        for (int s = 0; s < STEPS; s++) {
          step.setLong(1, (long) i * STEPS + s + 1);
          step.setString(2, "r" + i);
          step.setString(3, "main/" + s);
          step.setString(4, "step " + s);
          step.setString(5, random.nextInt(10) == 0 ? "fail" : "pass");
          step.executeUpdate();
        }
      }
    }
    return true;
  }
}
