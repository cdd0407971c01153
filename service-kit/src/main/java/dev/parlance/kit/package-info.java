/// What all services of Parlance share, one concern per package. Services may use all of it; it knows no service and
/// no event.
package dev.parlance.kit;
