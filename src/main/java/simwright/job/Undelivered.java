package simwright.job;

import simwright.euicc.NotificationMetadata;
import simwright.fault.Fault;

/// What a card has to tell a server that would not take it, and why; the card keeps it.
public record Undelivered(String device, NotificationMetadata metadata, Fault why) {}
