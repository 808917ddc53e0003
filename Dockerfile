FROM node:24-bookworm-slim AS source
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
COPY . .

FROM source AS build
RUN npm install --no-audit --no-fund && npx turbo run build

FROM source AS production
RUN npm install --omit=dev --no-audit --no-fund && npm cache clean --force
COPY --from=build /app/apps/owner/.next apps/owner/.next
COPY --from=build /app/apps/admin/.next apps/admin/.next
ENV NODE_ENV=production
# node, not npm: it must get the signals itself.
CMD ["node", "--version"]
