package simwright.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import simwright.kpi.Figure;
import simwright.quota.Sessions;

/// How one device did since a moment: its figures, its sessions of data, and the bytes of each
/// profile ("" where it is not known which one carried them).
public record DeviceDone(
    String device,
    Instant since,
    Instant at,
    List<Figure> figures,
    Sessions sessions,
    Map<String, Long> bytes) {}
