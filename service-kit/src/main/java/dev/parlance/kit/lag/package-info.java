/// How far consumer groups are behind, by the offsets of the broker. Called by health and status, and by services that
/// follow the groups that read their events.
package dev.parlance.kit.lag;
